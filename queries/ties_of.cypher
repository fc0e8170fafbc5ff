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
WITH s, o, c, CASE WHEN c.source <> '' THEN c.source WHEN art.outlet <> '' THEN art.outlet ELSE art.location END AS voice ORDER BY voice, c.id
WITH s, o, c.relation AS relation,
     count(CASE WHEN c.stance = 'asserted' THEN 1 END) AS asserted,
     count(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
     count(CASE WHEN c.stance = 'uncertain' THEN 1 END) AS uncertain,
     collect(DISTINCT CASE WHEN c.stance <> 'denied' THEN voice END) AS said_by,
     collect(DISTINCT CASE WHEN c.stance = 'denied' THEN voice END) AS denied_by
OPTIONAL MATCH drawing = (s)-[tie]->(o)
WHERE type(tie) = relation
RETURN s.name AS subject, relation, o.name AS object, asserted, denied, uncertain, said_by, denied_by, drawing
ORDER BY asserted DESC, subject, relation, object, s.id, o.id
