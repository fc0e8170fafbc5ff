// Which people bridge two groups, and do the groups have ties of their own?
// A name matches in any case, and so does an alias.
// :param name => 'Taliban'
// :param other => 'al-Qaeda in the Indian Subcontinent'
MATCH (a:Group)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Group)
WHERE a.id <> b.id AND any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH (a)-[near]-(p:Person)
WHERE type(near) <> 'SAME_AS'
WITH DISTINCT a, b, p
MATCH (p)-[far]-(b)
WHERE type(far) <> 'SAME_AS'
WITH DISTINCT a, b, p
UNWIND [a.id, b.id] AS end_id
MATCH path = (p)-[tie]-(e:Actor {id: end_id})
WHERE type(tie) <> 'SAME_AS'
WITH a, b, p, end_id, path, tie.contested AS contested, type(tie) AS relation
ORDER BY relation
WITH a, b, p, collect(DISTINCT CASE WHEN end_id = a.id THEN relation END) AS first_ties,
     collect(DISTINCT CASE WHEN end_id = b.id THEN relation END) AS second_ties,
     true IN collect(contested) AS contested, collect(path) AS drawing
RETURN p.name AS person, a.name AS first, first_ties, b.name AS second, second_ties, contested,
       EXISTS { MATCH (a)--(b) } AS groups_tied, drawing
ORDER BY person, p.id, a.id, b.id
