import { brokerGradeTitles } from '#domain/broker-recognition/broker.policy.js';
import { nothingForSale, tableSource } from './search.sources.js';

const gradeTitles = Object.entries(brokerGradeTitles)
  .map(([grade, title]) => `WHEN '${grade}' THEN '${title}'`)
  .join(' ');

/**
 * Brokers of the public register: recognized, in their term, and named by their consent (个人信息保护法 art. 13). With the
 * agency they practise for; what they earned or whom they served is not theirs alone to tell.
 */
const brokers = tableSource('brokers', {
  columns: `r.id, o.id AS "organizationId", r.person_name AS title,
    (CASE r.grade ${gradeTitles} END) || coalesce('，执业机构：' || o.name, '') AS summary, NULL::text AS field,
    o.county_code AS "countyCode", r.valid_from::timestamp AT TIME ZONE 'Asia/Shanghai' AS "publishedAt",
    o.kind AS "institutionKind", ${nothingForSale}`,
  more: `ARRAY[r.recognition_number, r.certificate_issuer] AS "otherText"`,
  from: `broker_recognition r
    LEFT JOIN broker_affiliation b ON b.person_id = r.person_id AND b.state = 'active'
    LEFT JOIN organization o ON o.id = b.agency_organization_id AND o.state = 'verified'`,
  where: `r.state = 'recognized' AND r.public_consent`,
  whereOn: (day) => `${day} BETWEEN r.valid_from AND r.valid_until`,
  id: 'r.id',
});

/** People who agreed to be found by anybody as experts of their unit, while they belong to it: their own words only. */
const experts = tableSource('experts', {
  columns: `e.id, e.organization_id AS "organizationId", e.public_name AS title, e.introduction AS summary,
    array_to_string(e.fields, '、') AS field, o.county_code AS "countyCode", e.consented_at AS "publishedAt",
    o.kind AS "institutionKind", ${nothingForSale}`,
  more: `e.fields, array_append(e.fields, o.name) AS "otherText"`,
  from: `expert_profile e JOIN organization o ON o.id = e.organization_id AND o.state = 'verified'
    JOIN person p ON p.id = e.person_id AND p.state = 'active'
    JOIN membership m ON m.person_id = e.person_id AND m.organization_id = e.organization_id AND m.ended_at IS NULL`,
  where: `e.public_search AND e.withdrawn_at IS NULL`,
  id: 'e.id',
});

const parties = `FROM organization o WHERE o.id = ANY (c.party_ids) AND o.state = 'verified'`;

/** Good cases that everybody may read; each party is named in the case itself, and consented to it. */
const cases = tableSource('cases', {
  columns: `c.id, NULL::uuid AS "organizationId", c.title, c.story AS summary, NULL::text AS field,
    NULL::text AS "countyCode", c.published_at AS "publishedAt", NULL::text AS "institutionKind", ${nothingForSale}`,
  more: `ARRAY[c.effect] || ARRAY(SELECT o.name ${parties} ORDER BY 1) AS "otherText",
    ARRAY(SELECT DISTINCT o.county_code ${parties} AND o.county_code IS NOT NULL ORDER BY 1) AS counties,
    ARRAY(SELECT DISTINCT o.kind ${parties} ORDER BY 1) AS "institutionKinds"`,
  from: 'case_study c',
  where: `c.state = 'published'`,
  id: 'c.id',
});

export const peopleSources = [brokers, experts, cases] as const;
