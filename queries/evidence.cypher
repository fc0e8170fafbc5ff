// What is the evidence of a tie between two actors, sentence by sentence?
// A name matches in any case, and so does an alias.
// Narrow it to one relation with relation, say relation='FINANCES'.
// :param name => 'Taliban'
// :param other => 'al-Qaeda'
// :param relation => null
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Actor)
WHERE any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b)
WHERE $relation IS NULL OR c.relation = toUpper($relation)
WITH DISTINCT c
MATCH drawing = (s:Actor)<-[:SUBJECT]-(c)-[:OBJECT]->(o:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH s, o, c, art, drawing,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
RETURN coalesce(art.published, '') AS published, s.name AS subject, c.relation AS relation, o.name AS object,
       c.stance AS stance, c.status AS status, voice AS source, c.quote AS quote, art.location AS article,
       c.char_start AS char_start, drawing
ORDER BY published, article, char_start, c.id
