// SPDX-FileCopyrightText: The Demarche developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes land.bin, the outlines of the world's countries, from Natural Earth (public domain) as packaged by world-atlas.
//
// Usage, in this folder: npm install && npm run make
//
// What it does: reads countries-110m, -50m and -10m, unrolls every ring so that neighbouring points are never more than
// half a turn apart (a country over the antimeridian runs on to 190°, so that no seam crosses it; Antarctica is closed
// through the pole), rounds to UNIT degrees, and writes the lot with ISO 3166-1 alpha-2 codes. world-atlas has numeric
// codes only; Kosovo, Northern Cyprus, Somaliland, Siachen and some islands have none and get no code.
//
// The file: "DEMLAND2", then for each level (coarse, fine, finest) its size in bytes as uint32, little-endian, then the
// levels. All numbers of a level are unsigned LEB128; signed ones are folded first (0, -1, 1, -2… become 0, 1, 2, 3…).
// A level: number of countries; for each: two characters of code (NUL NUL when none), number of rings; for each:
// number of points, then longitude and latitude of the first and of each further one the steps, signed, in UNIT
// degrees. Rings are closed without repeating the first point; holes are rings like others (even-odd rule).
import { readFileSync, writeFileSync } from 'node:fs';
import { feature } from 'topojson-client';

const UNIT = 0.001;
const LEVELS = ['110m', '50m', '10m'];

// ISO 3166-1: numeric and alpha-2.
const CODES = new Map(`
  004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT
  044BS 048BH 050BD 051AM 052BB 056BE 060BM 064BT 068BO 070BA 072BW 074BV
  076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM
  124CA 132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 162CX 166CC 170CO
  174KM 175YT 178CG 180CD 184CK 188CR 191HR 192CU 196CY 203CZ 204BJ 208DK
  212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ
  246FI 248AX 250FR 254GF 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE
  288GH 292GI 296KI 300GR 304GL 308GD 312GP 316GU 320GT 324GN 328GY 332HT
  334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL
  380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA
  422LB 426LS 428LV 430LR 434LY 438LI 440LT 442LU 446MO 450MG 454MW 458MY
  462MV 466ML 470MT 474MQ 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS
  504MA 508MZ 512OM 516NA 520NR 524NP 528NL 531CW 533AW 534SX 535BQ 540NC
  548VU 554NZ 558NI 562NE 566NG 570NU 574NF 578NO 580MP 581UM 583FM 584MH
  585PW 586PK 591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL
  630PR 634QA 638RE 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC 663MF
  666PM 670VC 674SM 678ST 682SA 686SN 688RS 690SC 694SL 702SG 703SK 704VN
  705SI 706SO 710ZA 716ZW 724ES 728SS 729SD 732EH 740SR 744SJ 748SZ 752SE
  756CH 760SY 762TJ 764TH 768TG 772TK 776TO 780TT 784AE 788TN 792TR 795TM
  796TC 798TV 800UG 804UA 807MK 818EG 826GB 831GG 832JE 833IM 834TZ 840US
  850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM
`.trim().split(/\s+/).map((entry) => [entry.slice(0, 3), entry.slice(3)]));

function unroll(ring) {
  const points = [[...ring[0]]];
  for (const [lon, lat] of ring.slice(1)) {
    const last = points.at(-1)[0];
    points.push([lon + 360 * Math.round((last - lon) / 360), lat]);
  }
  return points;
}

// A ring that goes once around the world encloses a pole: leave out what runs along it, close it through lat ±90.
function closeOverPole(ring) {
  const turn = ring.at(-1)[0] - ring[0][0];
  if (Math.abs(turn) < 180)
    return ring;
  const pole = ring[0][1] < 0 ? -90 : 90;
  const coast = ring.filter(([, lat]) => Math.abs(lat) < 89.9);
  if (coast.length === 0)
    return [];
  const [from, to] = [coast.at(-1)[0], coast[0][0]];
  const along = [0, 0.25, 0.5, 0.75, 1].map((share) => [from + (to - from) * share, pole]);
  return [...coast, ...along];
}

function round(ring) {
  const points = [];
  for (const [lon, lat] of ring) {
    const point = [Math.round(lon / UNIT), Math.round(lat / UNIT)];
    const last = points.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1])
      points.push(point);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (points.length > 1 && first[0] === last[0] && first[1] === last[1])
    points.pop();
  return points;
}

function readCountries(level) {
  const path = new URL(`node_modules/world-atlas/countries-${level}.json`, import.meta.url);
  const topology = JSON.parse(readFileSync(path));
  return feature(topology, topology.objects.countries).features.map(({ id, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat().map((ring) => round(closeOverPole(unroll(ring))));
    return { code: CODES.get(id) ?? '\0\0', rings: rings.filter((ring) => ring.length > 2) };
  });
}

function encode(countries) {
  const bytes = [];
  const put = (value) => {
    for (; value > 127; value >>>= 7)
      bytes.push((value & 127) | 128);
    bytes.push(value);
  };
  const putSigned = (value) => put(value < 0 ? -2 * value - 1 : 2 * value);
  put(countries.length);
  for (const { code, rings } of countries) {
    bytes.push(...Buffer.from(code, 'latin1'));
    put(rings.length);
    for (const ring of rings) {
      let [x0, y0] = [0, 0];
      put(ring.length);
      for (const [x, y] of ring) {
        putSigned(x - x0);
        putSigned(y - y0);
        [x0, y0] = [x, y];
      }
    }
  }
  return Buffer.from(bytes);
}

const levels = LEVELS.map(readCountries);
const encoded = levels.map(encode);
const sizes = Buffer.alloc(4 * encoded.length);
encoded.forEach((level, i) => sizes.writeUInt32LE(level.length, 4 * i));
const land = Buffer.concat([Buffer.from('DEMLAND2', 'latin1'), sizes, ...encoded]);
writeFileSync(new URL('land.bin', import.meta.url), land);
levels.forEach((countries, i) => {
  const points = countries.flatMap(({ rings }) => rings).reduce((sum, ring) => sum + ring.length, 0);
  const bare = countries.filter(({ code }) => code === '\0\0').length;
  console.log(`${LEVELS[i]}: ${countries.length} countries (${bare} without code), ${points} points, ${encoded[i].length} bytes`);
});
console.log(`land.bin: ${land.length} bytes`);
