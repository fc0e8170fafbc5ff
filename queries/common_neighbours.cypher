// Who is tied to both of two actors?
// A name matches in any case, and so does an alias.
// :param name => 'Taliban'
// :param other => 'al-Qaeda'
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Actor)
WHERE a.id <> b.id AND any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH (a)-[near]-(n:Actor)
WHERE type(near) <> 'SAME_AS'
WITH DISTINCT a, b, n
MATCH (n)-[far]-(b)
WHERE type(far) <> 'SAME_AS'
WITH DISTINCT a, b, n
UNWIND [a.id, b.id] AS end_id
MATCH path = (n)-[tie]-(e:Actor {id: end_id})
WHERE type(tie) <> 'SAME_AS'
WITH a, b, n, end_id, path, type(tie) AS relation
ORDER BY relation
WITH a, b, n, collect(DISTINCT CASE WHEN end_id = a.id THEN relation END) AS first_ties,
     collect(DISTINCT CASE WHEN end_id = b.id THEN relation END) AS second_ties, collect(path) AS drawing
RETURN n.name AS actor, CASE WHEN n:Person THEN 'person' ELSE 'group' END AS kind, a.name AS first, first_ties,
       b.name AS second, second_ties, drawing
ORDER BY kind, actor, n.id, a.id, b.id
