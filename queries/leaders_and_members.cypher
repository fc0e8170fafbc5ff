// Who leads, founded, belongs to or speaks for a group?
// A name matches in any case, and so does an alias.
// :param name => 'Taliban'
MATCH (a:Group)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (a)<-[:OBJECT]-(c:Claim)-[:SUBJECT]->(s:Person)
WHERE c.relation IN ['LEADS', 'FOUNDED', 'MEMBER_OF', 'SPEAKS_FOR', 'DEFECTED_FROM']
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH a, s, c,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
ORDER BY voice, c.id
WITH a, s, c.relation AS relation, c.status AS status,
     count(CASE WHEN c.stance = 'asserted' THEN 1 END) AS asserted,
     count(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
     count(CASE WHEN c.stance = 'uncertain' THEN 1 END) AS uncertain,
     collect(DISTINCT CASE WHEN c.stance <> 'denied' THEN voice END) AS said_by,
     collect(DISTINCT CASE WHEN c.stance = 'denied' THEN voice END) AS denied_by
OPTIONAL MATCH drawing = (s)-[tie]->(a)
WHERE type(tie) = relation
RETURN s.name AS person, relation, status, asserted, denied, uncertain, said_by, denied_by, drawing
ORDER BY relation, person, status, s.id, a.id
