// Which ties do some assert and others deny?
// Narrow it to one actor with name, say name='Taliban'.
// :param name => null
MATCH (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE $name IS NULL OR any(x IN [s.name, o.name] + s.aliases + o.aliases WHERE toLower(x) = toLower($name))
MATCH (c)-[:STATED_IN]->(art:Article)
WITH s, o, c, CASE WHEN c.source <> '' THEN c.source WHEN art.outlet <> '' THEN art.outlet ELSE art.location END AS voice ORDER BY voice, c.id
WITH s, o, c.relation AS relation,
     count(CASE WHEN c.stance = 'asserted' THEN 1 END) AS asserted,
     count(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
     count(CASE WHEN c.stance = 'uncertain' THEN 1 END) AS uncertain,
     collect(DISTINCT CASE WHEN c.stance <> 'denied' THEN voice END) AS said_by,
     collect(DISTINCT CASE WHEN c.stance = 'denied' THEN voice END) AS denied_by
WHERE denied > 0 AND asserted + uncertain > 0
OPTIONAL MATCH drawing = (s)-[tie]->(o)
WHERE type(tie) = relation
RETURN s.name AS subject, relation, o.name AS object, asserted, denied, uncertain, said_by, denied_by, drawing
ORDER BY denied DESC, asserted DESC, subject, relation, object, s.id, o.id
