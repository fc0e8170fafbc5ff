// Who asserts a tie between two actors, and who denies it?
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
MATCH claim = (s:Actor)<-[:SUBJECT]-(c)-[:OBJECT]->(o:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH speech = (c)-[:SAID_BY]->(speaker:Actor)
WITH s, o, c, art, claim, speech, CASE WHEN c.source <> '' THEN c.source WHEN art.outlet <> '' THEN art.outlet ELSE art.location END AS voice ORDER BY art.published, c.id
WITH s, o, c.relation AS relation, c.stance AS stance, voice, count(DISTINCT c.id) AS claims,
     min(CASE WHEN art.published <> '' THEN art.published END) AS first, max(art.published) AS last,
     collect(c.quote) AS quotes, collect(claim) + collect(speech) AS drawing
RETURN s.name AS subject, relation, o.name AS object, stance, voice AS source, claims, first, last,
       quotes[0] AS first_words, drawing
ORDER BY subject, relation, object, stance, source, s.id, o.id
