// How did the talk of a tie between two actors change, month by month?
// A name matches in any case, and so does an alias.
// Narrow it to one relation with relation, say relation='FINANCES'.
// :param name => 'Taliban'
// :param other => 'al-Qaeda'
// :param relation => null
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Actor)
WHERE any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH drawing = (a)<-[:SUBJECT|OBJECT]-(c:Claim)-[:SUBJECT|OBJECT]->(b)
WHERE $relation IS NULL OR c.relation = toUpper($relation)
MATCH (c)-[:STATED_IN]->(art:Article)
WITH c, art, drawing, coalesce(substring(art.published, 0, 7), 'undated') AS month
RETURN month, c.relation AS relation,
       count(DISTINCT CASE WHEN c.stance = 'asserted' THEN c.id END) AS asserted,
       count(DISTINCT CASE WHEN c.stance = 'denied' THEN c.id END) AS denied,
       count(DISTINCT CASE WHEN c.stance = 'uncertain' THEN c.id END) AS uncertain,
       count(DISTINCT art.id) AS articles, collect(drawing) AS drawing
ORDER BY month, relation
