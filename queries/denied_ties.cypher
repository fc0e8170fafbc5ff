// Which ties are denied, by whom and in which words?
// Narrow it to one actor with name, say name='Taliban'.
// :param name => null
MATCH drawing = (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE c.stance = 'denied'
  AND ($name IS NULL OR any(x IN [s.name, o.name] + s.aliases + o.aliases WHERE toLower(x) = toLower($name)))
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH s, o, c, art, drawing,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
RETURN s.name AS subject, c.relation AS relation, o.name AS object, voice AS denied_by,
       coalesce(art.published, '') AS published, c.quote AS quote, art.location AS article, drawing
ORDER BY subject, relation, object, denied_by, published, c.id
