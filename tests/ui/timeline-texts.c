/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever is looked at, at any size and zoom, in small and large letters, from either side: no two texts of the picture
 * meet, none leaves it, and none but today's tag crosses today. What is drawn is asked, not who laid it out. The seeds are
 * fixed, so that a fault comes again. */

#include <math.h>

#include "tests/support/timeline.h"

#define ROUNDS 120
#define TOUCH 1.5 /* pixels by which the bounds of glyphs are rounded up */

/* ---- Texts of a picture ---- */

typedef struct
{
  graphene_rect_t bounds; /* of its glyphs */
  float baseline;
  double end; /* where another font would go on */
} Text;

static double
get_advance (GskRenderNode *node)
{
  const PangoGlyphInfo *glyphs = gsk_text_node_get_glyphs (node, NULL);
  guint n = gsk_text_node_get_num_glyphs (node);
  int advance = 0;

  for (guint i = 0; i < n; i++)
    advance += glyphs[i].geometry.width;
  return (double) advance / PANGO_SCALE;
}

/* A text is several nodes where it is of several fonts: each begins where the one before ends. */
static void
add_text (GskRenderNode *node, GArray *texts)
{
  const graphene_point_t *offset = gsk_text_node_get_offset (node);
  Text *before = texts->len > 0 ? &g_array_index (texts, Text, texts->len - 1) : NULL;
  Text text = { .baseline = offset->y, .end = (double) offset->x + get_advance (node) };

  gsk_render_node_get_bounds (node, &text.bounds);
  if (before != NULL && fabs ((double) (before->baseline - text.baseline)) < 0.01
      && fabs (before->end - (double) offset->x) < 0.1)
    {
      graphene_rect_union (&before->bounds, &text.bounds, &before->bounds);
      before->end = text.end;
    }
  else
    g_array_append_val (texts, text);
}

static void
collect (GskRenderNode *node, GArray *texts)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      collect (gsk_container_node_get_child (node, i), texts);
  else if (type == GSK_TEXT_NODE)
    add_text (node, texts);
  else if (type == GSK_TRANSFORM_NODE)
    /* Shapes are moved to where they are; texts that are, or that are cut off, would have to be looked for elsewhere. */
    g_assert_cmpint (gsk_render_node_get_node_type (gsk_transform_node_get_child (node)), ==, GSK_CAIRO_NODE);
  else
    g_assert_true (type == GSK_COLOR_NODE || type == GSK_CAIRO_NODE || type == GSK_REPEAT_NODE);
}

static GArray *
get_texts (const Sample *sample)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Text));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  dem_scene_draw (sample->scene, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CONTAINER_NODE);
  collect (node, found);
  for (guint i = 0; i < found->len; i++)
    {
      graphene_rect_t bounds = g_array_index (found, Text, i).bounds;

      graphene_rect_inset (&bounds, TOUCH, TOUCH);
      if (bounds.size.width > 0 && bounds.size.height > 0)
        g_array_append_val (texts, bounds);
    }
  return texts;
}

/* ---- What must hold ---- */

static void
assert_apart (const graphene_rect_t *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (graphene_rect_intersection (&texts[i], &texts[j], NULL))
        g_error ("Text at %.0f, %.0f (%.0f × %.0f) meets text at %.0f, %.0f (%.0f × %.0f)",
                 (double) texts[i].origin.x, (double) texts[i].origin.y, (double) texts[i].size.width,
                 (double) texts[i].size.height, (double) texts[j].origin.x, (double) texts[j].origin.y,
                 (double) texts[j].size.width, (double) texts[j].size.height);
}

/* Above the axis stand its labels and today's tag; below the bands the overview has a today of its own. */
static void
assert_beside_today (const Sample *sample, gboolean mirrored, const graphene_rect_t *texts, guint n)
{
  const DemTimelineLayout *layout = dem_timeline_scene_get_layout (scene_of (sample));
  double today = mirrored ? layout->width - layout->today_x : layout->today_x;

  for (guint i = 0; i < n && !isnan (layout->today_x) && !layout->folded; i++)
    {
      const graphene_rect_t *text = &texts[i];
      double x = (double) text->origin.x, y = (double) text->origin.y;

      if (y > layout->axis_y && y < layout->bands_bottom && x < today && x + (double) text->size.width > today)
        g_error ("Text at %.0f, %.0f (%.0f wide) crosses today at %.0f", x, y, (double) text->size.width, today);
    }
}

static void
assert_inside (const graphene_rect_t *texts, guint n, double width, double height)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (texts[i].origin.x, >=, -1);
      g_assert_cmpfloat (texts[i].origin.x + texts[i].size.width, <=, width + 1);
      g_assert_cmpfloat (texts[i].origin.y, >=, -1);
      g_assert_cmpfloat (texts[i].origin.y + texts[i].size.height, <=, height + 1);
    }
}

/* ---- What is looked at ---- */

static DemRef
choose (GRand *random, DemDossier *dossier)
{
  static const DemKind kinds[] = { DEM_KIND_ACTOR, DEM_KIND_PAIR, DEM_KIND_EVENT, DEM_KIND_RELATION };
  DemKind kind = kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
  guint n = dem_dossier_count (dossier, kind);

  return n > 0 ? ((DemRef){ kind, (guint32) g_rand_int_range (random, 0, (gint32) n) }) : DEM_REF_NONE;
}

static void
look_around (Sample *sample, GRand *random)
{
  DemPeriod span = dem_dossier_get_span (sample->dossier);
  double all = (double) (span.last - span.first);
  double length = all * pow (10, g_rand_double_range (random, -3.5, 0.4));
  DemDay first = span.first + (DemDay) (g_rand_double_range (random, -0.2, 1.1) * all - length / 4);
  guint n_scenarios = dem_dossier_count (sample->dossier, DEM_KIND_SCENARIO);

  dem_focus_set_view (sample->focus, (DemPeriod){ first, first + MAX ((DemDay) length, 1) });
  if (g_rand_int_range (random, 0, 3) == 0)
    dem_focus_select (sample->focus, choose (random, sample->dossier));
  if (n_scenarios > 0 && g_rand_int_range (random, 0, 4) == 0)
    dem_focus_set_scenario (sample->focus, (guint32) g_rand_int_range (random, 0, (gint32) n_scenarios));
}

static void
look_at (DemDossier *dossier, guint32 seed, DemEventGrouping grouping)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Sample sample = sample_new (dossier);

  for (guint i = 0; i < ROUNDS; i++)
    {
      double width = g_rand_double_range (random, 360, 2400), height = g_rand_double_range (random, 150, 900);
      gboolean mirrored = g_rand_boolean (random);
      g_autoptr (GArray) texts = NULL;

      pango_context_set_base_dir (sample.pango, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
      pango_cairo_context_set_resolution (sample.pango, g_rand_int_range (random, 0, 3) == 0 ? 192 : 96);
      look_around (&sample, random);
      remake_grouped (&sample, width, height, grouping);
      texts = get_texts (&sample);
      g_test_message ("%.0f × %.0f, round %u: %u texts", width, height, i, texts->len);
      assert_apart ((const graphene_rect_t *) texts->data, texts->len);
      assert_inside ((const graphene_rect_t *) texts->data, texts->len, width, height);
      assert_beside_today (&sample, mirrored, (const graphene_rect_t *) texts->data, texts->len);
    }
  sample_clear (&sample);
}

static void
test_korea (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    look_at (open_fixture ("../data/dossiers/north-korea-2020.dossier.json"), seed, DEM_GROUPING_NONE);
}

static void
test_panama (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    look_at (open_fixture ("../data/dossiers/panama-canal-1978.dossier.json"), seed, DEM_GROUPING_NONE);
}

static void
test_grouped (void)
{
  look_at (open_fixture ("../data/dossiers/north-korea-2020.dossier.json"), 11, DEM_GROUPING_ACTOR);
  look_at (open_fixture ("../data/dossiers/north-korea-2020.dossier.json"), 12, DEM_GROUPING_KIND);
  look_at (open_fixture ("../data/dossiers/panama-canal-1978.dossier.json"), 13, DEM_GROUPING_ACTOR);
}

/* Crowded: phases of a few days, names of very different lengths, half of the events in one year. */
static DemDossier *
generate (GRand *random)
{
  g_autoptr (GString) text = g_string_new (HEAD "\"actors\":[");

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (text, "%s{\"id\":\"a%u\",\"name\":\"%s %u\",\"kind\":\"state\"}", i ? "," : "", i,
                            i % 2 ? "A state with a long name" : "State", i);
  g_string_append (text, "],\"relations\":[");
  for (guint i = 0; i < 300; i++)
    {
      int year = g_rand_int_range (random, 1950, 2030), from = g_rand_int_range (random, 0, 5);

      g_string_append_printf (text,
                              "%s{\"id\":\"r%u\",\"from\":\"a%d\",\"to\":\"a%d\",\"kind\":\"trade\",\"stance\":%.2f,"
                              "\"label\":\"%s %u\",\"when\":\"%d/%d\"}",
                              i ? "," : "", i, from, from + 1, g_rand_double_range (random, -1, 1),
                              i % 3 ? "Phase" : "A phase of which there is much to tell", i, year,
                              year + g_rand_int_range (random, 0, 20));
    }
  g_string_append (text, "],\"events\":[");
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"e%u\",\"title\":\"Event %u%s\",\"importance\":%.2f,\"when\":\"%d-%02d-%02d%s\"}",
                            i ? "," : "", i, i, i % 3 ? "" : " with a name that needs more room than others",
                            g_rand_double (random), i % 2 ? 2018 : g_rand_int_range (random, 1900, 2035),
                            g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29), i % 5 ? "" : "~");
  g_string_append (text, "]}");
  return open_text (text->str);
}

static void
test_generated (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (100 + seed);

      look_at (generate (random), seed, DEM_GROUPING_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/timeline/texts/korea", test_korea);
  g_test_add_func ("/timeline/texts/panama", test_panama);
  g_test_add_func ("/timeline/texts/grouped", test_grouped);
  g_test_add_func ("/timeline/texts/generated", test_generated);
  return g_test_run ();
}
