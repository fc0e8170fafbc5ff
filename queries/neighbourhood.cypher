// What does the network around an actor look like, two ties out?
// A name matches in any case, and so does an alias.
// :param name => 'Haqqani Network'
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (a)-[near]-(x:Actor)
WHERE type(near) <> 'SAME_AS'
WITH DISTINCT x
MATCH (x)-[tie]-(y:Actor)
WHERE type(tie) <> 'SAME_AS'
WITH DISTINCT tie
WITH tie, startNode(tie) AS s, endNode(tie) AS o
RETURN s.name AS subject, type(tie) AS relation, o.name AS object, tie.status AS status, tie.asserted AS asserted,
       tie.denied AS denied, tie.uncertain AS uncertain, [s, tie, o] AS drawing
ORDER BY subject, relation, object, tie.id
