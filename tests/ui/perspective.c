/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How others stand to one actor: who is told of and when, what changes in a period, and what a map shows of it. */

#include "tests/support/fixture.h"
#include "tests/support/map_stage.h"
#include "ui/common/standings.h"
#include "ui/map/choropleth.h"

#define KOREA "../data/dossiers/north-korea-2020.dossier.json"
#define PANAMA "../data/dossiers/panama-canal-1978.dossier.json"

/* Bland was, until 1999, in Cland's place; Zed is only in a scenario; Pia is a person. */
static const char small[]
    = "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:perspective\", \"title\": \"P\","
      " \"today\": \"2020-06-30\","
      " \"places\": [ {\"id\": \"p\", \"name\": \"P\", \"lat\": 48, \"lon\": 2, \"country\": \"FR\"},"
      "               {\"id\": \"q\", \"name\": \"Q\", \"lat\": 52, \"lon\": 13, \"country\": \"DE\"},"
      "               {\"id\": \"r\", \"name\": \"R\", \"lat\": 42, \"lon\": 12, \"country\": \"IT\"} ],"
      " \"actors\": [ {\"id\": \"a\", \"name\": \"Aland\", \"kind\": \"state\", \"country\": \"FR\", \"place\": \"p\"},"
      "  {\"id\": \"b\", \"name\": \"Bland\", \"kind\": \"state\", \"territory\": [\"DE\", \"PL\"], \"place\": \"q\","
      "   \"when\": \"1950-01-01/1999-12-31\"},"
      "  {\"id\": \"c\", \"name\": \"Cland\", \"kind\": \"state\", \"country\": \"DE\", \"place\": \"q\","
      "   \"when\": \"2000-01-01/..\"},"
      "  {\"id\": \"z\", \"name\": \"Zed\", \"kind\": \"state\", \"country\": \"IT\", \"place\": \"r\","
      "   \"scenarios\": [\"s\"]},"
      "  {\"id\": \"pia\", \"name\": \"Pia\", \"kind\": \"person\", \"place\": \"p\"} ],"
      " \"relations\": ["
      "  {\"id\": \"ab1\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"trade\", \"stance\": 0.5,"
      "   \"when\": \"1960-03/1970\"},"
      "  {\"id\": \"ab2\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"trade\", \"stance\": 0.4,"
      "   \"when\": \"1971/1980-05-31\"},"
      "  {\"id\": \"ab3\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"war\", \"stance\": -0.9,"
      "   \"when\": \"1980-06-01/..\"},"
      "  {\"id\": \"ac1\", \"from\": \"a\", \"to\": \"c\", \"kind\": \"trade\", \"stance\": 0,"
      "   \"when\": \"2000-01-01/..\"},"
      "  {\"id\": \"az\", \"from\": \"a\", \"to\": \"z\", \"kind\": \"trade\", \"stance\": 1, \"when\": \"2005/..\","
      "   \"scenarios\": [\"s\"]},"
      "  {\"id\": \"apia\", \"from\": \"pia\", \"to\": \"a\", \"kind\": \"leads\"} ],"
      " \"scenarios\": [ {\"id\": \"s\", \"title\": \"S\", \"assume\": {}} ] }";

static DemRef
find (Stage *stage, const char *id)
{
  DemRef ref = dem_dossier_find (stage->dossier, id);
  g_assert_false (dem_ref_is_none (ref));
  return ref;
}

/* Both days inclusive. */
static void
set_days (Stage *stage, const char *first, const char *last)
{
  DemEdtf a, b;
  g_assert_true (dem_edtf_parse (first, &a, NULL));
  g_assert_true (dem_edtf_parse (last, &b, NULL));
  dem_focus_set_period (stage->focus, (DemPeriod){ a.start_min, b.start_min });
}

static DemDay
day (int year, int month, int of_month)
{
  return dem_day_from_date (year, month, of_month);
}

/* "north-korea strained, japan transactional" */
static char *
list_standings (DemDossier *dossier, const char *actor, DemDay moment, const char *scenario)
{
  guint32 in = scenario != NULL ? dem_dossier_find (dossier, scenario).index : DEM_NO_INDEX;
  g_autoptr (GArray) standings = dem_standings_at (dossier, dem_dossier_find (dossier, actor).index, moment, in);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < standings->len; i++)
    {
      const DemStanding *standing = &g_array_index (standings, DemStanding, i);
      g_assert_cmpuint (dem_dossier_find_pair (dossier, standing->other, dem_dossier_find (dossier, actor).index), ==,
                        standing->pair);
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              dem_dossier_actor (dossier, standing->other)->item.id,
                              dem_stance_get_word (standing->stance));
    }
  return g_string_free (text, FALSE);
}

static char *
list_changes (DemDossier *dossier, const char *actor, DemPeriod period, DemDay moment)
{
  g_autoptr (GArray) changes
      = dem_standings_list_changes (dossier, dem_dossier_find (dossier, actor).index, period, moment, DEM_NO_INDEX);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const DemStandingChange *change = &g_array_index (changes, DemStandingChange, i);
      g_autofree char *date = dem_standing_change_dup_date (dossier, change);
      g_string_append_printf (text, "%s%s: %s > %s, %s", i > 0 ? "; " : "",
                              dem_dossier_actor (dossier, change->other)->item.id,
                              dem_stance_get_word (dem_standing_classify (dossier, change->before)),
                              dem_stance_get_word (dem_standing_classify (dossier, change->after)), date);
    }
  return g_string_free (text, FALSE);
}

static void
assert_standings (DemDossier *dossier, const char *actor, DemDay moment, const char *scenario, const char *expected)
{
  g_autofree char *text = list_standings (dossier, actor, moment, scenario);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_changes (DemDossier *dossier, const char *actor, DemDay first, DemDay last, const char *expected)
{
  g_autofree char *text = list_changes (dossier, actor, (DemPeriod){ first, last }, last);
  g_assert_cmpstr (text, ==, expected);
}

/* ---- Who stands how ---- */

static void
test_existence (void)
{
  g_autoptr (DemDossier) dossier = open_text (small);

  assert_standings (dossier, "a", day (1959, 1, 1), NULL, "");
  assert_standings (dossier, "a", day (1965, 1, 1), NULL, "b Friendly");
  /* The war has no end, but Bland has; Cland begins. */
  assert_standings (dossier, "a", day (1999, 12, 31), NULL, "b Hostile");
  assert_standings (dossier, "a", day (2000, 1, 1), NULL, "c Transactional");
  assert_standings (dossier, "b", day (1999, 12, 31), NULL, "a Hostile");
  assert_standings (dossier, "b", day (2000, 1, 1), NULL, "");
  assert_standings (dossier, "a", day (2010, 1, 1), "s", "c Transactional, z If …");
  assert_standings (dossier, "z", day (2010, 1, 1), "s", "a If …");
  assert_standings (dossier, "z", day (2010, 1, 1), NULL, "");
  /* Who leads says nothing of closeness. */
  assert_standings (dossier, "pia", day (2010, 1, 1), NULL, "");
}

static void
test_changes (void)
{
  g_autoptr (DemDossier) dossier = open_text (small);

  assert_changes (dossier, "a", day (1950, 1, 1), day (2020, 1, 1),
                  "b: Not told > Friendly, Mar 1960; b: Friendly > Hostile, 1 Jun 1980; "
                  "b: Hostile > Not told, 1 Jan 2000; c: Not told > Transactional, 1 Jan 2000");
  /* What holds on the first day did not change in the period. */
  assert_changes (dossier, "a", day (1980, 6, 1), day (1999, 12, 31), "");
  assert_changes (dossier, "a", day (1980, 5, 31), day (1980, 6, 1), "b: Friendly > Hostile, 1 Jun 1980");
  assert_changes (dossier, "a", day (1961, 1, 1), day (1979, 1, 1), "");

  /* Nothing changes after the moment. */
  g_autofree char *text = list_changes (dossier, "a", (DemPeriod){ day (1970, 1, 1), day (2020, 1, 1) }, day (1975, 1, 1));
  g_assert_cmpstr (text, ==, "");
}

/* The bundled dossiers tell something from the perspectives that their briefings and pictures use. */
static void
test_bundled (void)
{
  g_autoptr (DemDossier) korea = open_fixture (KOREA);
  g_autoptr (DemDossier) panama = open_fixture (PANAMA);

  assert_changes (korea, "china", day (2016, 1, 1), day (2017, 12, 31),
                  "south-korea: Friendly > Strained, 8 Jul 2016; usa: Transactional > Hostile, about 2018; "
                  "south-korea: Strained > Transactional, 31 Oct 2017");
  assert_changes (korea, "china", day (2018, 1, 1), day (2018, 12, 31),
                  "north-korea: Strained > Friendly, 8 Mar 2018");
  assert_standings (korea, "china", day (2018, 12, 31), NULL,
                    "usa Hostile, south-korea Transactional, japan Transactional, north-korea Friendly, "
                    "cambodia Friendly, nepal Friendly, pakistan Friendly");
  assert_changes (panama, "panama", day (1974, 1, 1), day (1977, 12, 31),
                  "united-states: Strained > Friendly, 7 Feb 1974; venezuela: Not told > Friendly, Mar 1975; "
                  "costa-rica: Not told > Friendly, Mar 1975; mexico: Not told > Friendly, about 1977; "
                  "jamaica: Not told > Friendly, about 1977");
}

/* ---- How they are shaded ---- */

static void
get_pixels (DemStance stance, const DemPalette *palette, guint8 pixels[32 * 32 * 4])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 32, 32);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 0, 0, 32, 32);
  dem_choropleth_paint_sample (cr, stance, palette);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 32; y++)
    memcpy (pixels + y * 32 * 4, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface),
            32 * 4);
  cairo_surface_destroy (surface);
}

static int
get_difference (const guint8 *a, const guint8 *b)
{
  int difference = 0;
  for (int i = 0; i < 32 * 32 * 4; i++)
    difference += abs (a[i] - b[i]);
  return difference;
}

/* In one colour, what is hostile, what is strained and what is neither still differ. */
static void
test_without_colour (void)
{
  DemPalette palette = *dem_palette_get (FALSE, FALSE);
  guint8 hostile[32 * 32 * 4], strained[32 * 32 * 4], friendly[32 * 32 * 4], allied[32 * 32 * 4];

  for (int i = 0; i < 5; i++)
    palette.stance[i] = palette.ink;
  get_pixels (DEM_STANCE_HOSTILE, &palette, hostile);
  get_pixels (DEM_STANCE_STRAINED, &palette, strained);
  get_pixels (DEM_STANCE_FRIENDLY, &palette, friendly);
  get_pixels (DEM_STANCE_ALLIED, &palette, allied);
  g_assert_cmpint (get_difference (friendly, allied), ==, 0);
  g_assert_cmpint (get_difference (hostile, friendly), >, 50000);
  g_assert_cmpint (get_difference (strained, friendly), >, 50000);
  g_assert_cmpint (get_difference (hostile, strained), >, 50000);
}

/* What would be only has an outline. */
static void
test_hypothetical_is_hollow (void)
{
  const DemPalette *palette = dem_palette_get (FALSE, FALSE);
  guint8 pixels[32 * 32 * 4];
  const guint8 *middle = pixels + (16 * 32 + 16) * 4;

  get_pixels (DEM_STANCE_HYPOTHETICAL, palette, pixels);
  g_assert_cmpint (abs (middle[2] - (int) (palette->land.red * 255)), <=, 1);
  g_assert_cmpint (abs (middle[1] - (int) (palette->land.green * 255)), <=, 1);
}

static DemLandStyle *
get_style (DemScene *scene)
{
  return dem_map_content_get_land_style (dem_map_scene_get_content (DEM_MAP_SCENE (scene)));
}

static void
test_countries (void)
{
  Stage stage;
  open_stage (&stage, open_text (small));
  dem_focus_set_perspective (stage.focus, find (&stage, "a").index);

  /* A union of what it held, while it existed. */
  set_days (&stage, "1990-01-01", "1995-01-01");
  g_autoptr (DemScene) then = dem_map_scene_new (get_input (&stage, 900, 600));
  g_assert_cmpint (dem_land_style_get_stance (get_style (then), "DE"), ==, DEM_STANCE_HOSTILE);
  g_assert_cmpint (dem_land_style_get_stance (get_style (then), "PL"), ==, DEM_STANCE_HOSTILE);
  g_assert_cmpint (dem_land_style_get_shade (get_style (then), "FR"), ==, DEM_SHADE_ACTOR);
  g_assert_cmpint (dem_land_style_get_stance (get_style (then), "FR"), ==, DEM_STANCE_NONE);
  g_assert_cmpint (dem_land_style_get_stance (get_style (then), "IT"), ==, DEM_STANCE_NONE);

  /* In a period that has both, the end of it counts. */
  set_days (&stage, "1990-01-01", "2010-01-01");
  dem_focus_set_scenario (stage.focus, find (&stage, "s").index);
  g_autoptr (DemScene) now = dem_map_scene_new (get_input (&stage, 900, 600));
  g_assert_cmpint (dem_land_style_get_stance (get_style (now), "DE"), ==, DEM_STANCE_TRANSACTIONAL);
  g_assert_cmpint (dem_land_style_get_stance (get_style (now), "PL"), ==, DEM_STANCE_NONE);
  g_assert_cmpint (dem_land_style_get_stance (get_style (now), "IT"), ==, DEM_STANCE_NONE);
  g_assert_false (dem_land_style_equal (get_style (now), get_style (then)));
  g_assert_cmpuint (dem_map_content_find_country (dem_map_scene_get_content (DEM_MAP_SCENE (now)), "IT"), ==,
                    find (&stage, "z").index);
  close_stage (&stage);
}

/* Shades stand in for arcs, but every pair that is told stays within reach. */
static void
test_marks (void)
{
  Stage stage;
  open_stage (&stage, open_fixture (KOREA));
  set_days (&stage, "2016-01-01", "2017-12-31");
  dem_focus_set_perspective (stage.focus, find (&stage, "china").index);
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 520));
  g_autoptr (GArray) standings
      = dem_standings_at (stage.dossier, find (&stage, "china").index, day (2017, 12, 31), DEM_NO_INDEX);

  g_assert_cmpuint (standings->len, ==, 7);
  for (guint i = 0; i < standings->len; i++)
    {
      guint32 pair = g_array_index (standings, DemStanding, i).pair;
      const DemMark *mark = find_mark (scene, DEM_REF (PAIR, pair));
      graphene_point_t middle;
      g_assert_nonnull (mark);
      graphene_rect_get_center (&mark->bounds, &middle);
      g_assert_true (dem_ref_equal (dem_scene_hit (scene, middle.x, middle.y, 0), DEM_REF (PAIR, pair)));
    }
  g_assert_null (find_mark (scene, find (&stage, "usa+south-korea")));
  g_assert_cmpuint (dem_map_content_get_ties (dem_map_scene_get_content (DEM_MAP_SCENE (scene)))->len, ==, 0);
  close_stage (&stage);
}

/* A click into a shaded country means its state; into any other it means nothing. */
static void
test_country_is_hit (void)
{
  Stage stage;
  open_stage (&stage, open_fixture (KOREA));
  set_days (&stage, "2016-01-01", "2017-12-31");
  dem_focus_set_perspective (stage.focus, find (&stage, "china").index);
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 520));
  const DemMapViewport *viewport = dem_map_scene_get_viewport (DEM_MAP_SCENE (scene));
  DemProjection *projection
      = dem_map_world_get_projection (dem_map_content_get_world (dem_map_scene_get_content (DEM_MAP_SCENE (scene))));
  double x, y;

  dem_projection_place (projection, (DemGeo){ -105, 41 }, &x, &y);
  g_assert_true (dem_ref_equal (
      dem_scene_hit (scene, x * viewport->scale + viewport->dx, y * viewport->scale + viewport->dy, 0),
      find (&stage, "usa")));
  dem_projection_place (projection, (DemGeo){ 105, 47 }, &x, &y);
  g_assert_true (dem_ref_is_none (
      dem_scene_hit (scene, x * viewport->scale + viewport->dx, y * viewport->scale + viewport->dy, 0)));
  close_stage (&stage);
}

/* A person whom no state is told to stand to: lines to other people, and no shaded country. */
static void
test_person (void)
{
  Stage stage;
  open_stage (&stage, open_fixture (KOREA));
  set_days (&stage, "2018-01-01", "2018-12-31");
  dem_focus_set_perspective (stage.focus, find (&stage, "kim-jong-un").index);
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 520));
  DemMapContent *content = dem_map_scene_get_content (DEM_MAP_SCENE (scene));

  g_assert_false (dem_map_content_has_standings (content));
  g_assert_nonnull (find_mark (scene, find (&stage, "kim-jong-un+xi-jinping")));
  g_assert_nonnull (find_mark (scene, find (&stage, "donald-trump+kim-jong-un")));
  g_assert_null (find_mark (scene, find (&stage, "china+north-korea")));
  close_stage (&stage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_add_func ("/perspective/existence", test_existence);
  g_test_add_func ("/perspective/changes", test_changes);
  g_test_add_func ("/perspective/bundled", test_bundled);
  g_test_add_func ("/perspective/without-colour", test_without_colour);
  g_test_add_func ("/perspective/hypothetical-is-hollow", test_hypothetical_is_hollow);
  g_test_add_func ("/perspective/countries", test_countries);
  g_test_add_func ("/perspective/marks", test_marks);
  g_test_add_func ("/perspective/country-is-hit", test_country_is_hit);
  g_test_add_func ("/perspective/person", test_person);
  return g_test_run ();
}
