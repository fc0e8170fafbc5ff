// Which ties are said to be over, or still to come?
// Narrow it to one actor with name, say name='Taliban'.
// :param name => null
MATCH drawing = (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE c.status <> 'current'
  AND ($name IS NULL OR any(x IN [s.name, o.name] + s.aliases + o.aliases WHERE toLower(x) = toLower($name)))
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH s, o, c, art, drawing,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
RETURN s.name AS subject, c.relation AS relation, o.name AS object, c.status AS status, c.stance AS stance,
       voice AS source, coalesce(art.published, '') AS published, c.quote AS quote, drawing
ORDER BY subject, relation, object, published, c.id
