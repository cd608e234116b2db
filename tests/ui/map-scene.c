/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/map_stage.h"
#include "ui/map/map_marks.h"

static void
set_years (Stage *stage, int first, int last)
{
  dem_focus_set_period (stage->focus,
                        (DemPeriod){ dem_day_from_date (first, 1, 1), dem_day_from_date (last, 12, 31) });
}

static DemRef
find (Stage *stage, const char *id)
{
  DemRef ref = dem_dossier_find (stage->dossier, id);
  g_assert_false (dem_ref_is_none (ref));
  return ref;
}

/* The legend begins where reading does; what comes last in it, those without a place, is then at its left. */
static void
test_right_to_left (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  g_autoptr (DemScene) to_right = dem_map_scene_new (get_input (&stage, 1020, 447));
  const graphene_rect_t *right
      = dem_map_legend_get_unplaced_box (dem_map_scene_get_layout (DEM_MAP_SCENE (to_right))->legend);
  pango_context_set_base_dir (stage.pango, PANGO_DIRECTION_RTL);
  g_autoptr (DemScene) to_left = dem_map_scene_new (get_input (&stage, 1020, 447));
  const graphene_rect_t *left
      = dem_map_legend_get_unplaced_box (dem_map_scene_get_layout (DEM_MAP_SCENE (to_left))->legend);

  g_assert_nonnull (right);
  g_assert_nonnull (left);
  g_assert_cmpfloat_with_epsilon (left->origin.x, 1020 - right->origin.x - right->size.width, 0.5);
  close_stage (&stage);
}

/* ---- Who is there ---- */

static void
test_every_state_has_a_mark (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  for (guint32 i = 0; i < dem_dossier_count (stage.dossier, DEM_KIND_ACTOR); i++)
    {
      const DemActor *actor = dem_dossier_actor (stage.dossier, i);
      if (actor->item.n_scenarios == 0)
        g_assert_nonnull (find_mark (scene, DEM_REF (ACTOR, i)));
    }
  close_stage (&stage);
}

static void
test_period (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  set_years (&stage, 1960, 1980);
  g_autoptr (DemScene) then = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_nonnull (find_mark (then, find (&stage, "soviet-union")));
  g_assert_null (find_mark (then, find (&stage, "russia")));
  g_assert_nonnull (find_mark (then, find (&stage, "mao-zedong")));

  set_years (&stage, 2012, 2021);
  g_autoptr (DemScene) now = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_null (find_mark (now, find (&stage, "soviet-union")));
  g_assert_nonnull (find_mark (now, find (&stage, "russia")));
  g_assert_null (find_mark (now, find (&stage, "mao-zedong")));
  close_stage (&stage);
}

static void
test_scenario (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  g_autoptr (DemScene) without = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_null (find_mark (without, find (&stage, "unified-korea")));
  dem_focus_set_scenario (stage.focus, find (&stage, "pressure-brings-collapse").index);
  g_autoptr (DemScene) with = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_nonnull (find_mark (with, find (&stage, "unified-korea")));
  close_stage (&stage);
}

static DemShade
get_shade (DemScene *scene, const char *code)
{
  DemMapContent *content = dem_map_scene_get_content (DEM_MAP_SCENE (scene));
  return dem_land_style_get_shade (dem_map_content_get_land_style (content), code);
}

/* The Soviet Union's lands are one actor's while it exists; a selected pair's countries stand out. */
static void
test_shades (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  set_years (&stage, 1960, 1980);
  g_autoptr (DemScene) then = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_cmpint (get_shade (then, "KZ"), ==, DEM_SHADE_ACTOR);
  g_assert_cmpint (get_shade (then, "FR"), ==, DEM_SHADE_PLAIN);

  set_years (&stage, 2012, 2021);
  dem_focus_select (stage.focus, find (&stage, "china+north-korea"));
  g_autoptr (DemScene) now = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_cmpint (get_shade (now, "KZ"), ==, DEM_SHADE_PLAIN);
  g_assert_cmpint (get_shade (now, "CN"), ==, DEM_SHADE_SELECTED);
  g_assert_cmpint (get_shade (now, "KP"), ==, DEM_SHADE_SELECTED);
  g_assert_cmpint (get_shade (now, "RU"), ==, DEM_SHADE_PLAIN);
  close_stage (&stage);
}

static const DemMapHead *
find_head (DemScene *scene, DemRef ref)
{
  GArray *posts = dem_map_content_get_posts (dem_map_scene_get_content (DEM_MAP_SCENE (scene)));
  for (guint i = 0; i < posts->len; i++)
    {
      GArray *heads = g_array_index (posts, DemMapPost, i).heads;
      for (guint j = 0; j < heads->len; j++)
        if (g_array_index (heads, DemMapHead, j).actor == ref.index)
          return &g_array_index (heads, DemMapHead, j);
    }
  return NULL;
}

/* A selected pair lights who sits at its ends; a selected person's own relations are seen from afar. */
static void
test_selection (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  g_autoptr (DemScene) before = dem_map_scene_new (get_input (&stage, 1020, 447));
  guint32 leaders = find (&stage, "kim-jong-un+xi-jinping").index;
  g_assert_false (dem_map_marks_draw_pair (dem_map_scene_get_layout (DEM_MAP_SCENE (before)), leaders));
  dem_focus_select (stage.focus, find (&stage, "china+north-korea"));
  g_autoptr (DemScene) pair = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_false (find_head (pair, find (&stage, "xi-jinping"))->dimmed);
  g_assert_true (find_head (pair, find (&stage, "donald-trump"))->dimmed);
  dem_focus_select (stage.focus, find (&stage, "xi-jinping"));
  g_autoptr (DemScene) person = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_assert_true (dem_map_marks_draw_pair (dem_map_scene_get_layout (DEM_MAP_SCENE (person)), leaders));
  close_stage (&stage);
}

/* Who stands in a column has a line of their own, from their head. */
static void
test_arcs_leave_heads (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  set_years (&stage, 2012, 2021);
  DemRef xi = find (&stage, "xi-jinping");
  dem_focus_select (stage.focus, xi);
  g_autoptr (DemScene) folded = dem_map_scene_new (get_input (&stage, 1020, 447));
  guint32 seat = dem_map_scene_get_seat (DEM_MAP_SCENE (folded), xi);
  g_autoptr (DemScene) scene
      = dem_map_scene_new_unfolded (get_input (&stage, 1020, 447), (DemMapCamera){ { NAN, NAN }, 1.0 }, seat);
  const DemMapLayout *layout = dem_map_scene_get_layout (DEM_MAP_SCENE (scene));
  graphene_point_t head = get_middle (find_mark (scene, xi));
  guint n_own = 0;
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (layout->arcs, DemMapArc, i);
      const DemPair *pair = dem_dossier_pair (stage.dossier, dem_map_layout_get_tie (layout, arc)->pair);
      if (pair->a != xi.index && pair->b != xi.index)
        continue;
      double distance = pair->a == xi.index ? hypot (arc->x0 - head.x, arc->y0 - head.y)
                                            : hypot (arc->x1 - head.x, arc->y1 - head.y);
      g_assert_cmpfloat (distance, <, 20);
      g_assert_cmpfloat (distance, >, 12);
      n_own++;
    }
  g_assert_cmpuint (n_own, >=, 1);
  close_stage (&stage);
}

/* Whoever something is told of in the period is a mark and has words, with a line or without: pairs of states, of people
 * at one seat, of who has no place. */
static void
test_every_pair_has_a_mark (void)
{
  Stage stage;
  guint n_told = 0, n_drawn = 0;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  const DemMapLayout *layout = dem_map_scene_get_layout (DEM_MAP_SCENE (scene));
  for (guint32 i = 0; i < dem_dossier_count (stage.dossier, DEM_KIND_PAIR); i++)
    {
      const DemPair *pair = dem_dossier_pair (stage.dossier, i);
      gboolean both = find_mark (scene, DEM_REF (ACTOR, pair->a)) && find_mark (scene, DEM_REF (ACTOR, pair->b));
      gboolean told = both && dem_map_content_tells_of (layout->content, i);
      const DemMark *mark = find_mark (scene, DEM_REF (PAIR, i));
      g_assert_true ((mark != NULL) == told);
      if (!told)
        continue;
      g_autofree char *words = dem_scene_describe (scene, mark->ref);
      g_assert_nonnull (strstr (words, ", "));
      n_told++;
      n_drawn += dem_map_marks_draw_pair (layout, i);
    }
  g_assert_cmpuint (n_drawn, >=, 8);
  g_assert_cmpuint (n_told, >, n_drawn);
  close_stage (&stage);
}

/* States, then heads, then pairs. */
static void
test_reading_order (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  set_years (&stage, 2012, 2021);
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  guint n;
  const DemMark *marks = dem_scene_get_marks (scene, &n);
  int last = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean is_pair = marks[i].ref.kind == DEM_KIND_PAIR;
      gboolean is_state
          = !is_pair && dem_dossier_actor (stage.dossier, marks[i].ref.index)->kind == DEM_ACTOR_STATE;
      int rank = is_state ? 0 : is_pair ? 2 : 1;
      g_assert_cmpint (rank, >=, last);
      last = rank;
    }
  g_assert_cmpint (last, ==, 2);
  close_stage (&stage);
}

/* ---- Words ---- */

#define SMALL_WORLD                                                                                          \
  ", \"places\": [{\"id\": \"p\", \"name\": \"P\", \"lat\": 39, \"lon\": 125, \"country\": \"KP\"},"         \
  " {\"id\": \"w\", \"name\": \"W\", \"lat\": 38, \"lon\": -77, \"country\": \"US\"},"                       \
  " {\"id\": \"b\", \"name\": \"B\", \"lat\": 40, \"lon\": 116, \"country\": \"CN\"}],"                      \
  " \"actors\": [{\"id\": \"china\", \"name\": \"China\", \"kind\": \"state\", \"place\": \"b\"},"           \
  " {\"id\": \"north-korea\", \"name\": \"North Korea\", \"kind\": \"state\", \"place\": \"p\"},"            \
  " {\"id\": \"usa\", \"name\": \"the United States\", \"kind\": \"state\", \"place\": \"w\"},"              \
  " {\"id\": \"kim\", \"name\": \"Kim\", \"kind\": \"person\", \"part_of\": \"north-korea\", \"when\": "     \
  "\"1984/..\"},"                                                                                            \
  " {\"id\": \"lost\", \"name\": \"Lost\", \"kind\": \"group\"}],"                                           \
  " \"relations\": [{\"id\": \"r1\", \"from\": \"usa\", \"to\": \"north-korea\", \"kind\": \"rivalry\","     \
  " \"stance\": -0.5, \"when\": \"2019/..\", \"label\": \"Deadlock\"},"                                      \
  " {\"id\": \"r2\", \"from\": \"china\", \"to\": \"north-korea\", \"kind\": \"rivalry\", \"stance\": -0.4," \
  " \"when\": \"2012/2018-03\", \"label\": \"Freeze\"},"                                                     \
  " {\"id\": \"r3\", \"from\": \"china\", \"to\": \"north-korea\", \"kind\": \"diplomacy\", \"stance\": "    \
  "0.5,"                                                                                                     \
  " \"when\": \"2018-03/..\", \"label\": \"Thaw\"},"                                                         \
  " {\"id\": \"r4\", \"from\": \"china\", \"to\": \"usa\", \"kind\": \"trade\"}]"

static void
assert_described (Stage *stage, DemScene *scene, const char *id, const char *expected)
{
  g_autofree char *text = dem_scene_describe (scene, find (stage, id));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  Stage stage;
  open_stage (&stage, load_text (SMALL_WORLD));
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  assert_described (&stage, scene, "usa", "the United States, state, strained with North Korea");
  assert_described (&stage, scene, "north-korea",
                    "North Korea, state, strained with the United States, friendly with China");
  assert_described (&stage, scene, "kim", "Kim, person");
  g_autofree char *since = dem_day_format (dem_day_from_date (2018, 3, 1)),
                  *march = g_strdup (strchr (since, ' ') + 1);
  g_autofree char *thaw = g_strdup_printf ("China – North Korea, friendly since %s, before strained", march);
  assert_described (&stage, scene, "china+north-korea", thaw);
  assert_described (&stage, scene, "north-korea+usa", "North Korea – the United States, strained since 2019");

  GtkWidget *card = g_object_ref_sink (dem_hover_card_new ());
  dem_map_scene_fill_card (DEM_MAP_SCENE (scene), find (&stage, "china+north-korea"), DEM_HOVER_CARD (card));
  g_autofree char *told = dem_hover_card_dup_text (DEM_HOVER_CARD (card));
  g_auto (GStrv) lines = g_strsplit (told, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  g_assert_cmpstr (lines[0], ==, "China – North Korea");
  g_assert_nonnull (strstr (lines[1], "Freeze (Strained)"));
  g_assert_nonnull (strstr (lines[2], "Thaw (Friendly)"));
  g_object_unref (card);
  close_stage (&stage);
}

/* Two friendly phases one after the other: what was before them is told. */
static void
test_before_is_another_stance (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_autofree char *text = dem_scene_describe (scene, find (&stage, "china+north-korea"));
  g_assert_nonnull (strstr (text, ", before strained"));
  close_stage (&stage);
}

/* Who has no place is counted and can be reached; a relation that says nothing of closeness is drawn when it
 * is all. */
static void
test_odd_ones (void)
{
  Stage stage;
  open_stage (&stage, load_text (SMALL_WORLD));
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  const DemMark *lost = find_mark (scene, find (&stage, "lost"));
  g_assert_nonnull (lost);
  graphene_point_t at = get_middle (lost);
  g_assert_true (dem_ref_equal (dem_scene_hit (scene, at.x, at.y, 0), lost->ref));
  g_assert_nonnull (find_mark (scene, find (&stage, "china+usa")));
  close_stage (&stage);
}

/* ---- Drawing and hitting ---- */

static void
assert_color (cairo_surface_t *surface, double x, double y, const GdkRGBA *color)
{
  const guchar *row
      = cairo_image_surface_get_data (surface) + cairo_image_surface_get_stride (surface) * (int) y;
  guint32 pixel = ((const guint32 *) (const void *) row)[(int) x];
  g_assert_cmpint (abs ((int) (pixel >> 16 & 0xff) - (int) lround (color->red * 255)), <=, 3);
  g_assert_cmpint (abs ((int) (pixel >> 8 & 0xff) - (int) lround (color->green * 255)), <=, 3);
  g_assert_cmpint (abs ((int) (pixel & 0xff) - (int) lround (color->blue * 255)), <=, 3);
}

/* The map is there where it should be: the dot of a capital, its country around it, the sea. */
static void
test_picture (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  set_years (&stage, 2012, 2021);
  const DemPalette *palette = dem_palette_get (FALSE, FALSE);
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  cairo_surface_t *surface = draw (scene, 1020, 447);
  graphene_point_t russia = get_middle (find_mark (scene, find (&stage, "russia")));
  assert_color (surface, russia.x, russia.y, &palette->head);
  assert_color (surface, russia.x + 110, russia.y - 12, &palette->land_actor);
  assert_color (surface, 680, 340, &palette->sea);
  cairo_surface_destroy (surface);
  close_stage (&stage);
}

static void
test_targets (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  set_years (&stage, 2012, 2021);
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  DemRef russia = find (&stage, "russia");
  graphene_point_t at = get_middle (find_mark (scene, russia));
  g_assert_true (dem_ref_equal (dem_scene_hit (scene, at.x - 11, at.y, 0), russia));
  g_assert_true (dem_ref_equal (dem_scene_hit (scene, at.x, at.y + 11, 0), russia));
  g_assert_true (dem_ref_is_none (dem_scene_hit (scene, at.x - 24, at.y, 6)));

  /* An arc is 12 pixels wide under the pointer. */
  DemRef pair = find (&stage, "china+usa");
  at = get_middle (find_mark (scene, pair));
  g_assert_true (dem_ref_equal (dem_scene_hit (scene, at.x, at.y - 5, 0), pair));
  g_assert_true (dem_ref_is_none (dem_scene_hit (scene, at.x, at.y - 40, 0)));
  close_stage (&stage);
}

/* Where an arc leaves the picture it stops before the edge and says where it goes. */
static void
test_ends_off_screen (void)
{
  Stage stage;
  open_stage (&stage, load_text (SMALL_WORLD));
  g_autoptr (DemScene) home = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_autoptr (DemScene) near
      = dem_map_scene_new_with_camera (get_input (&stage, 1020, 447), (DemMapCamera){ { 125, 39 }, 5.0 });
  g_autoptr (GArray) at_home = dem_map_scene_get_label_boxes (DEM_MAP_SCENE (home));
  g_autoptr (GArray) labels = dem_map_scene_get_label_boxes (DEM_MAP_SCENE (near));
  gboolean found = FALSE;
  for (guint i = 0; i < labels->len; i++)
    {
      const graphene_rect_t *label = &g_array_index (labels, graphene_rect_t, i);
      found = found || label->origin.x + label->size.width > 1020 - 40;
    }
  g_assert_true (found);
  close_stage (&stage);
}

/* ---- Odd worlds ---- */

#define ACTORS_AT(places)                                                                                    \
  ", \"places\": [" places                                                                                   \
  "], \"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\", \"place\": \"p\"},"                 \
  " {\"id\": \"b\", \"name\": \"B\", \"kind\": \"state\", \"place\": \"q\"}],"                               \
  " \"relations\": [{\"id\": \"r\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"war\", \"stance\": -1}]"
#define PLACE(id, latitude, longitude)                                                                       \
  "{\"id\": \"" id "\", \"name\": \"" id "\", \"lat\": " latitude ", \"lon\": " longitude "}"

static const struct
{
  const char *name;
  const char *members;
  guint n_marks;
} odd_worlds[] = {
  { "nothing", "", 0 },
  { "no-places", ", \"actors\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"state\"}]", 1 },
  { "poles", ACTORS_AT (PLACE ("p", "90", "0") ", " PLACE ("q", "-90", "0")), 3 },
  { "antimeridian", ACTORS_AT (PLACE ("p", "10", "180") ", " PLACE ("q", "10", "-180")), 3 },
  { "over-the-antimeridian", ACTORS_AT (PLACE ("p", "10", "179.9") ", " PLACE ("q", "10", "-179.9")), 3 },
  { "same-coordinates", ACTORS_AT (PLACE ("p", "10", "20") ", " PLACE ("q", "10", "20")), 3 },
  { "next-door", ACTORS_AT (PLACE ("p", "10", "20") ", " PLACE ("q", "10.0000001", "20")), 3 },
  { "opposite", ACTORS_AT (PLACE ("p", "10", "-90") ", " PLACE ("q", "-10", "90")), 3 },
};

static void
test_odd_world (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  static const double sizes[][2] = { { 1020, 447 }, { 40, 900 }, { 900, 30 }, { 1, 1 } };
  Stage stage;
  open_stage (&stage, load_text (odd_worlds[index].members));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n;
      g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, sizes[i][0], sizes[i][1]));
      const DemMark *marks = dem_scene_get_marks (scene, &n);
      g_assert_cmpuint (n, ==, odd_worlds[index].n_marks);
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *text = dem_scene_describe (scene, marks[j].ref);
          g_assert_cmpstr (text, !=, "");
          g_assert_true (isfinite (marks[j].bounds.origin.x) && isfinite (marks[j].bounds.origin.y));
        }
      assert_clear (DEM_MAP_SCENE (scene), sizes[i][0], sizes[i][1]);
      cairo_surface_destroy (draw (scene, (int) sizes[i][0], (int) sizes[i][1]));
    }
  close_stage (&stage);
}

static void
assert_apart (const char *members)
{
  Stage stage;
  open_stage (&stage, load_text (members));
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  graphene_point_t a = get_middle (find_mark (scene, find (&stage, "a")));
  graphene_point_t b = get_middle (find_mark (scene, find (&stage, "b")));
  g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), >=, 23.9);
  close_stage (&stage);
}

static void
test_neighbours_stand_apart (void)
{
  assert_apart (ACTORS_AT (PLACE ("p", "10", "20") ", " PLACE ("q", "10.0000001", "20")));
  assert_apart (ACTORS_AT (PLACE ("p", "10", "20") ", " PLACE ("q", "10", "20.1")));
}

/* A place at which only one other state may stand shows it beside the marker. */
static void
test_two_states_at_one_place (void)
{
  Stage stage;
  open_stage (&stage, load_text (ACTORS_AT (PLACE ("p", "10", "20") ", " PLACE ("q", "10", "20"))));
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  graphene_point_t a = get_middle (find_mark (scene, find (&stage, "a")));
  graphene_point_t b = get_middle (find_mark (scene, find (&stage, "b")));
  g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), >, 8);
  g_assert_true (dem_ref_equal (dem_scene_hit (scene, b.x, b.y, 0), find (&stage, "b")));
  close_stage (&stage);
}

/* ---- Steady pictures ---- */

static guint
hash_picture (Stage *stage)
{
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (stage, 1020, 447));
  cairo_surface_t *surface = draw (scene, 1020, 447);
  g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                                          (gsize) (447 * cairo_image_surface_get_stride (surface)));
  guint hash = g_bytes_hash (bytes);
  cairo_surface_destroy (surface);
  return hash;
}

/* What is on paper does not depend on what was looked at before. */
static void
test_export_is_from_scratch (void)
{
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  set_years (&stage, 2012, 2021);
  guint first = hash_picture (&stage);
  set_years (&stage, 1950, 1960);
  dem_focus_select (stage.focus, find (&stage, "china"));
  g_assert_cmpuint (hash_picture (&stage), !=, first);
  dem_focus_select (stage.focus, DEM_REF_NONE);
  set_years (&stage, 2012, 2021);
  g_assert_cmpuint (hash_picture (&stage), ==, first);
  close_stage (&stage);
}

/* The bundled dossier with somebody more in Washington. */
static DemDossier *
load_with_one_more (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "dossiers", "north-korea-2020.dossier.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  const char *actors = strstr (text, "\n  \"actors\": [");
  g_assert_nonnull (actors);
  gsize before = (gsize) (strchr (actors, '[') + 1 - text);
  g_autofree char *more = g_strdup_printf (
      "%.*s{\"id\": \"one-more\", \"name\": \"One More\", \"kind\": \"person\", \"part_of\": \"usa\"},%s", (int) before,
      text, text + before);
  g_autoptr (GBytes) bytes = g_bytes_new (more, strlen (more));
  g_autoptr (DemLoader) loader = dem_loader_new_for_bytes (bytes, "more");
  DemDossier *dossier = dem_loader_load (loader, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

/* One actor more hardly moves the others. */
static void
test_one_more_moves_little (void)
{
  static const char *const states[]
      = { "usa", "china", "north-korea", "south-korea", "japan", "russia", "cambodia", "nepal", "pakistan" };
  Stage stage, more;
  double farthest = 0;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  open_stage (&more, load_with_one_more ());
  g_autoptr (DemScene) scene = dem_map_scene_new (get_input (&stage, 1020, 447));
  g_autoptr (DemScene) other = dem_map_scene_new (get_input (&more, 1020, 447));
  g_assert_nonnull (find_mark (other, find (&more, "one-more")));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      graphene_point_t a = get_middle (find_mark (scene, find (&stage, states[i])));
      graphene_point_t b = get_middle (find_mark (other, find (&more, states[i])));
      farthest = MAX (farthest, hypot (a.x - b.x, a.y - b.y));
    }
  g_test_message ("one more moves the others by %.1f pixels at most", farthest);
  g_assert_cmpfloat (farthest, <, 6);
  close_stage (&stage);
  close_stage (&more);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/map/scene/right-to-left", test_right_to_left);
  g_test_add_func ("/map/scene/every-state-has-a-mark", test_every_state_has_a_mark);
  g_test_add_func ("/map/scene/period", test_period);
  g_test_add_func ("/map/scene/scenario", test_scenario);
  g_test_add_func ("/map/scene/shades", test_shades);
  g_test_add_func ("/map/scene/selection", test_selection);
  g_test_add_func ("/map/scene/every-pair-has-a-mark", test_every_pair_has_a_mark);
  g_test_add_func ("/map/scene/arcs-leave-heads", test_arcs_leave_heads);
  g_test_add_func ("/map/scene/reading-order", test_reading_order);
  g_test_add_func ("/map/scene/words", test_words);
  g_test_add_func ("/map/scene/before-is-another-stance", test_before_is_another_stance);
  g_test_add_func ("/map/scene/odd-ones", test_odd_ones);
  g_test_add_func ("/map/scene/picture", test_picture);
  g_test_add_func ("/map/scene/targets", test_targets);
  g_test_add_func ("/map/scene/ends-off-screen", test_ends_off_screen);
  g_test_add_func ("/map/scene/neighbours-stand-apart", test_neighbours_stand_apart);
  g_test_add_func ("/map/scene/two-states-at-one-place", test_two_states_at_one_place);
  g_test_add_func ("/map/scene/export-is-from-scratch", test_export_is_from_scratch);
  g_test_add_func ("/map/scene/one-more-moves-little", test_one_more_moves_little);
  for (guint i = 0; i < G_N_ELEMENTS (odd_worlds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map/scene/odd-worlds/%s", odd_worlds[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_odd_world);
    }
  return g_test_run ();
}
