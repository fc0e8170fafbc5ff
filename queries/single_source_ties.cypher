// Which ties are known from one source only?
// Narrow it to one actor with name, say name='Taliban'.
// :param name => null
MATCH (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE c.stance <> 'denied'
  AND ($name IS NULL OR any(x IN [s.name, o.name] + s.aliases + o.aliases WHERE toLower(x) = toLower($name)))
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH s, o, c,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
ORDER BY c.id
WITH c.tie AS tie_id, c.relation AS relation, collect(s) AS subjects, collect(o) AS objects,
     collect(DISTINCT voice) AS voices, collect(c.quote) AS quotes
WHERE size(voices) = 1
WITH *, subjects[0] AS s, objects[0] AS o
OPTIONAL MATCH drawing = (s)-[tie]-(o)
WHERE tie.tie = tie_id
RETURN s.name AS subject, relation, o.name AS object, voices[0] AS source, size(quotes) AS claims,
       quotes[0] AS quote, drawing
ORDER BY source, subject, relation, object, tie_id
