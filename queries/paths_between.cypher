// Over which ties are two actors connected, in the fewest steps?
// A name matches in any case, and so does an alias.
// A relation of your own counts once its name stands in the list below.
// :param name => 'Asim Umar'
// :param other => 'Islamic State'
MATCH (a:Actor)
WHERE any(x IN [a.name] + a.aliases WHERE toLower(x) = toLower($name))
MATCH (b:Actor)
WHERE a.id <> b.id AND any(x IN [b.name] + b.aliases WHERE toLower(x) = toLower($other))
MATCH drawing = allShortestPaths((a)-[
  :LEADS|FOUNDED|MEMBER_OF|SPEAKS_FOR|EMBEDDED_WITH|LIAISON_WITH|PLEDGED_ALLEGIANCE_TO|DEFECTED_FROM
  |PART_OF|SPLIT_FROM|MERGED_WITH
  |HAS_TIES_TO|ALLIED_WITH|COOPERATES_WITH|MET_WITH|NEGOTIATES_WITH
  |SUPPORTS|FINANCES|ARMS|TRAINS|SHELTERS|PROMOTES
  |FIGHTS|ATTACKED|OPPOSES|KILLED_BY|DETAINED_BY|SANCTIONED
  *..6]-(b))
WITH drawing, [t IN relationships(drawing) | startNode(t).name + ' ' + type(t) + ' ' + endNode(t).name] AS steps
RETURN length(drawing) AS ties, steps, any(t IN relationships(drawing) WHERE t.contested) AS contested, drawing
ORDER BY ties, steps
