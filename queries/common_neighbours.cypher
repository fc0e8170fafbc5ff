// Who is tied to both of two actors?
// A name matches in any case, and so does an alias.
// :param name => 'Taliban'
// :param other => 'al-Qaeda'
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Actor)
WHERE any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH path = (a)-[t]-(x:Actor)-[u]-(b)
WHERE a.id <> b.id AND type(t) <> 'SAME_AS' AND type(u) <> 'SAME_AS'
WITH a, b, x, path, type(t) AS near, type(u) AS far ORDER BY near, far
WITH a, b, x, collect(DISTINCT near) AS first_ties, collect(DISTINCT far) AS second_ties, collect(path) AS drawing
RETURN x.name AS actor, CASE WHEN x:Person THEN 'person' ELSE 'group' END AS kind, a.name AS first, first_ties,
       b.name AS second, second_ties, drawing
ORDER BY kind, actor, x.id, a.id, b.id
