// Which ties are known from one source only?
// Narrow it to one actor with name, say name='Taliban'.
// :param name => null
MATCH (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE c.stance <> 'denied' AND ($name IS NULL OR any(x IN [s.name, o.name] + s.aliases + o.aliases WHERE toLower(x) = toLower($name)))
MATCH (c)-[:STATED_IN]->(art:Article)
WITH s, o, c, CASE WHEN c.source <> '' THEN c.source WHEN art.outlet <> '' THEN art.outlet ELSE art.location END AS voice ORDER BY c.id
WITH s, o, c.relation AS relation, collect(DISTINCT voice) AS voices, collect(c.quote) AS quotes
WHERE size(voices) = 1
OPTIONAL MATCH drawing = (s)-[tie]->(o)
WHERE type(tie) = relation
RETURN s.name AS subject, relation, o.name AS object, voices[0] AS source, size(quotes) AS claims,
       quotes[0] AS quote, drawing
ORDER BY source, subject, relation, object, s.id, o.id
