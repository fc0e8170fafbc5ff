// What does one source claim?
// A speaker or, for an article's own words, its outlet.
// :param source => 'Zabihullah Mujahid'
MATCH drawing = (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
WITH s, o, c, art, drawing, CASE WHEN c.source <> '' THEN c.source WHEN art.outlet <> '' THEN art.outlet ELSE art.location END AS voice
WHERE toLower(voice) = toLower($source)
RETURN art.published AS published, s.name AS subject, c.relation AS relation, o.name AS object, c.stance AS stance,
       c.status AS status, c.quote AS quote, art.location AS article, drawing
ORDER BY published, article, c.char_start, c.id
