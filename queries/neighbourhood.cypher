// What does the network around an actor look like, two ties out?
// A name matches in any case, and so does an alias.
// :param name => 'Haqqani Network'
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (a)-[near]-(x:Actor)
WHERE type(near) <> 'SAME_AS'
WITH collect(DISTINCT x.id) AS near_ids
MATCH drawing = (s:Actor)-[tie]->(o:Actor)
WHERE type(tie) <> 'SAME_AS' AND (s.id IN near_ids OR o.id IN near_ids)
RETURN s.name AS subject, type(tie) AS relation, o.name AS object, tie.status AS status, tie.asserted AS asserted,
       tie.denied AS denied, tie.uncertain AS uncertain, drawing
ORDER BY subject, relation, object, tie.tie
