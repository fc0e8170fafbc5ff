// What does one source claim?
// A speaker or, for an article's own words, its outlet.
// :param source => 'Zabihullah Mujahid'
MATCH (c:Claim)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH c, art, speaker,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice
WHERE toLower($source) IN [toLower(voice), toLower(c.source)]
   OR any(x IN speaker.aliases WHERE toLower(x) = toLower($source))
MATCH drawing = (s:Actor)<-[:SUBJECT]-(c)-[:OBJECT]->(o:Actor)
RETURN coalesce(art.published, '') AS published, s.name AS subject, c.relation AS relation, o.name AS object,
       c.stance AS stance, c.status AS status, c.quote AS quote, art.location AS article, drawing
ORDER BY published, article, c.char_start, c.id
