// Which ties does an actor have, and who says so?
// A name matches in any case, and so does an alias.
// :param name => 'Taliban'
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH DISTINCT c
MATCH (c)-[:SUBJECT]->(s:Actor)
MATCH (c)-[:OBJECT]->(o:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH s, o, c,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
ORDER BY voice, c.id
WITH c.tie AS tie_id, c.relation AS relation, collect(s) AS subjects, collect(o) AS objects,
     count(CASE WHEN c.stance = 'asserted' THEN 1 END) AS asserted,
     count(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
     count(CASE WHEN c.stance = 'uncertain' THEN 1 END) AS uncertain,
     collect(DISTINCT CASE WHEN c.stance <> 'denied' THEN voice END) AS said_by,
     collect(DISTINCT CASE WHEN c.stance = 'denied' THEN voice END) AS denied_by
WITH *, subjects[0] AS s, objects[0] AS o
OPTIONAL MATCH drawing = (s)-[tie]-(o)
WHERE tie.tie = tie_id
RETURN s.name AS subject, relation, o.name AS object, asserted, denied, uncertain, said_by, denied_by, drawing
ORDER BY asserted + denied + uncertain DESC, asserted DESC, subject, relation, object, tie_id
