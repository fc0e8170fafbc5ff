// Which people bridge two groups, and do the groups have ties of their own?
// A name matches in any case, and so does an alias.
// :param name => 'Taliban'
// :param other => 'al-Qaeda in the Indian Subcontinent'
MATCH (a:Group)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Group)
WHERE any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH path = (a)-[t]-(p:Person)-[u]-(b)
WHERE a.id <> b.id AND type(t) <> 'SAME_AS' AND type(u) <> 'SAME_AS'
WITH a, b, p, path, t, u, type(t) AS near, type(u) AS far ORDER BY near, far
WITH a, b, p, collect(DISTINCT near) AS first_ties, collect(DISTINCT far) AS second_ties,
     collect(t.contested OR u.contested) AS contested, collect(path) AS drawing
RETURN p.name AS person, a.name AS first, first_ties, b.name AS second, second_ties, true IN contested AS disputed,
       EXISTS { MATCH (a)--(b) } AS groups_tied, drawing
ORDER BY person, p.id, a.id, b.id
