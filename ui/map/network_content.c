/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_content.h"

#include <math.h>
#include <string.h>

#include "ui/map/map_words.h"
#include "ui/map/network_perspective.h"

#define STATE_POINTS 10.0
#define NAME_POINTS 9.2
#define YEARS_POINTS 8.7
#define NAME_WIDTH 104.0 /* at text scale 1 */
#define NAME_GAP 2.0     /* below a head */
#define SIDE 4.0         /* left free to both sides of a name */
#define MOST_MEASURED 600

struct _DemNetworkContent
{
  DemMapTime time;
  DemRelevance *relevance;
  const DemPalette *source_palette;
  DemPalette palette;
  PangoContext *pango;
  guint pango_serial;
  double text_scale;
  GHashTable *layouts; /* description of text and style → PangoLayout */

  GArray *actors;
  GArray *ties;
  GArray *untied;
  guint *tie_order, *actor_order;
  gboolean has_places;
  guint *index_of; /* by actor of the dossier */
  DemNetworkGraph *graph;
};

/* ---- Who is there ---- */

static gboolean
is_on_stage (DemNetworkContent *self, guint32 actor)
{
  return dem_dossier_exists_in (self->time.dossier, DEM_REF (ACTOR, actor), self->time.scenario)
         && dem_edtf_overlaps (&dem_dossier_actor (self->time.dossier, actor)->when, self->time.period)
                != DEM_ANSWER_NO;
}

static gboolean
has_ended (DemNetworkContent *self, guint32 actor)
{
  const DemEdtf *when = &dem_dossier_actor (self->time.dossier, actor)->when;

  return dem_day_is_finite (when->end_max) && when->end_max < self->time.moment;
}

static void
gather_actors (DemNetworkContent *self, DemNotebook *notebook)
{
  guint n = dem_dossier_count (self->time.dossier, DEM_KIND_ACTOR);

  self->index_of = g_new (guint, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const DemActor *item = dem_dossier_actor (self->time.dossier, i);
      DemNetworkActor actor = { .within = DEM_NETWORK_NO_NODE };

      self->index_of[i] = DEM_NETWORK_NO_NODE;
      if (!is_on_stage (self, i))
        continue;
      actor.head = dem_map_head_of (self->time.dossier, self->relevance, self->time.moment, i);
      actor.past = has_ended (self, i);
      actor.pinned = notebook != NULL && dem_notebook_get_pin (notebook, item->item.id, NULL, NULL);
      self->index_of[i] = self->actors->len;
      g_array_append_val (self->actors, actor);
    }
}

static DemNetworkActor *
get_actor (DemNetworkContent *self, guint index)
{
  return &g_array_index (self->actors, DemNetworkActor, index);
}

/* The state of a person of an office of a state; without a state the last of the chain. */
static guint
find_hull (DemNetworkContent *self, guint32 actor)
{
  guint found = DEM_NETWORK_NO_NODE;
  guint32 at = actor;

  if (dem_dossier_actor (self->time.dossier, actor)->kind == DEM_ACTOR_STATE)
    return DEM_NETWORK_NO_NODE;
  for (guint i = 0; i < dem_dossier_count (self->time.dossier, DEM_KIND_ACTOR); i++)
    {
      at = dem_dossier_actor (self->time.dossier, at)->part_of;
      if (at == DEM_NO_INDEX || at == actor)
        break;
      if (self->index_of[at] != DEM_NETWORK_NO_NODE)
        found = self->index_of[at];
      if (dem_dossier_actor (self->time.dossier, at)->kind == DEM_ACTOR_STATE)
        break;
    }
  return found;
}

static void
gather_hulls (DemNetworkContent *self)
{
  for (guint i = 0; i < self->actors->len; i++)
    {
      DemNetworkActor *actor = get_actor (self, i);

      actor->within = find_hull (self, actor->head.actor);
      if (actor->within != DEM_NETWORK_NO_NODE)
        get_actor (self, actor->within)->has_hull = TRUE;
    }
}

/* ---- How they stand ---- */

/* The day on which the two are looked at: the moment, or the last on which both were there. */
static DemDay
get_last_day (DemNetworkContent *self, const DemPair *pair)
{
  DemDay day = self->time.moment;
  guint32 ends[] = { pair->a, pair->b };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const DemEdtf *when = &dem_dossier_actor (self->time.dossier, ends[i])->when;
      if (has_ended (self, ends[i]))
        day = MIN (day, dem_day_is_finite (when->end_min) ? when->end_min : when->end_max);
    }
  return day;
}

/* A phase of the period that says nothing of closeness, the last that began; DEM_NO_INDEX when there is none.
 */
static guint32
find_silent_phase (DemNetworkContent *self, guint32 pair)
{
  guint n;
  const DemRef *phases
      = dem_dossier_backlinks_of (self->time.dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);
  guint32 found = DEM_NO_INDEX;

  for (guint i = 0; i < n; i++)
    {
      const DemRelation *relation = dem_dossier_relation (self->time.dossier, phases[i].index);
      if (dem_edtf_overlaps (&relation->when, self->time.period) != DEM_ANSWER_NO && isnan (relation->stance)
          && dem_dossier_exists_in (self->time.dossier, phases[i], self->time.scenario)
          && (found == DEM_NO_INDEX
              || dem_edtf_compare (&dem_dossier_relation (self->time.dossier, found)->when, &relation->when)
                     < 0))
        found = phases[i].index;
    }
  return found;
}

static gboolean
is_dimmed (DemNetworkContent *self, DemRef ref)
{
  return dem_relevance_has_selection (self->relevance) && !dem_relevance_contains (self->relevance, ref);
}

static void
add_untied (DemNetworkContent *self, const DemNetworkTie *tie)
{
  g_autoptr (GArray) phases = dem_map_words_get_phases (&self->time, tie->pair, self->time.period);

  if (phases->len > 0)
    g_array_append_val (self->untied, *tie);
}

static void
gather_tie (DemNetworkContent *self, guint32 index)
{
  const DemPair *pair = dem_dossier_pair (self->time.dossier, index);
  DemRef ref = DEM_REF (PAIR, index);
  DemNetworkTie tie = { .pair = index, .a = self->index_of[pair->a], .b = self->index_of[pair->b] };
  gboolean belongs;

  if (tie.a == DEM_NETWORK_NO_NODE || tie.b == DEM_NETWORK_NO_NODE)
    return;
  tie.relation
      = dem_dossier_stance_at (self->time.dossier, index, get_last_day (self, pair), self->time.scenario);
  if (tie.relation == DEM_NO_INDEX)
    tie.relation = find_silent_phase (self, index);
  if (tie.relation == DEM_NO_INDEX)
    {
      add_untied (self, &tie);
      return;
    }

  const DemRelation *relation = dem_dossier_relation (self->time.dossier, tie.relation);
  belongs = get_actor (self, tie.a)->within == tie.b || get_actor (self, tie.b)->within == tie.a;
  tie.stance
      = relation->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL : dem_stance_classify (relation->stance);
  if (belongs && tie.stance == DEM_STANCE_NONE)
    {
      g_array_append_val (self->untied, tie); /* the hull says so */
      return;
    }
  tie.label = relation->item.label;
  tie.past = get_actor (self, tie.a)->past || get_actor (self, tie.b)->past;
  tie.selected = dem_relevance_is_selected (self->relevance, ref)
                 || dem_relevance_is_selected (self->relevance, DEM_REF (RELATION, tie.relation));
  tie.dimmed = is_dimmed (self, ref);
  dem_dossier_backlinks (self->time.dossier, ref, &tie.degree);
  g_array_append_val (self->ties, tie);
}

static gboolean
is_of_states (DemNetworkContent *self, const DemNetworkTie *tie)
{
  return get_actor (self, tie->a)->head.kind == DEM_ACTOR_STATE
         && get_actor (self, tie->b)->head.kind == DEM_ACTOR_STATE;
}

static int
compare_ties (gconstpointer a, gconstpointer b, gpointer data)
{
  DemNetworkContent *self = data;
  const DemNetworkTie *x = &g_array_index (self->ties, DemNetworkTie, *(const guint *) a);
  const DemNetworkTie *y = &g_array_index (self->ties, DemNetworkTie, *(const guint *) b);
  gboolean x_of_states = is_of_states (self, x), y_of_states = is_of_states (self, y);

  if (x->selected != y->selected)
    return x->selected ? -1 : 1;
  if (x->dimmed != y->dimmed)
    return x->dimmed ? 1 : -1;
  if (x_of_states != y_of_states)
    return x_of_states ? -1 : 1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static int
compare_actors (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemNetworkActor *x = get_actor (data, *(const guint *) a), *y = get_actor (data, *(const guint *) b);

  if (x->head.selected != y->head.selected)
    return x->head.selected ? -1 : 1;
  if ((x->within == DEM_NETWORK_NO_NODE) != (y->within == DEM_NETWORK_NO_NODE))
    return x->within == DEM_NETWORK_NO_NODE ? -1 : 1;
  if (x->head.degree != y->head.degree)
    return x->head.degree > y->head.degree ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Indices of so many, in order. (transfer full) */
static guint *
sort (DemNetworkContent *self, guint n, GCompareDataFunc compare)
{
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare, self);
  return order;
}

/* ---- Texts ---- */

PangoLayout *
dem_network_content_get_layout (
    DemNetworkContent *self, const char *text, double points, DemTextStyle style, double width)
{
  g_autofree char *key = g_strdup_printf ("%d %g %g %s", style, points, width, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);
  double natural;

  if (layout != NULL)
    return layout;
  layout = dem_paint_layout (self->pango, text, points, style);
  dem_paint_measure (layout, &natural, NULL);
  if (width > 0 && natural > width)
    {
      int wrapped;
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      pango_layout_set_height (layout, -2);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (layout, &wrapped, NULL);
      pango_layout_set_width (layout, (wrapped + 1) * PANGO_SCALE);
    }
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

PangoLayout *
dem_network_content_get_name (DemNetworkContent *self, guint index)
{
  const DemNetworkActor *actor = get_actor (self, index);
  g_autofree char *name = dem_dossier_dup_label (self->time.dossier, DEM_REF (ACTOR, actor->head.actor));

  if (actor->head.kind == DEM_ACTOR_STATE)
    return dem_network_content_get_layout (self, name, STATE_POINTS, DEM_TEXT_BOLD,
                                           1.6 * NAME_WIDTH * self->text_scale);
  return dem_network_content_get_layout (self, name, NAME_POINTS, DEM_TEXT_NORMAL,
                                         NAME_WIDTH * self->text_scale);
}

/* The years of a date and what is said of their certainty: "1941?/2011-12-17" is "1941?/2011". */
static char *
keep_years (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("(\\d{4})(?:-\\d\\d){1,2}", 0, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, "\\1", 0, NULL);
}

PangoLayout *
dem_network_content_get_years (DemNetworkContent *self, guint index)
{
  const DemNetworkActor *actor = get_actor (self, index);
  const DemActor *item = dem_dossier_actor (self->time.dossier, actor->head.actor);
  g_autofree char *years = NULL, *words = NULL;
  DemEdtf edtf;

  if (!actor->past)
    return NULL;
  years = keep_years (item->when.text);
  if (item->when_text != NULL)
    words = g_strdup (item->when_text);
  else
    words = dem_edtf_format (years != NULL && dem_edtf_parse (years, &edtf, NULL) ? &edtf : &item->when);
  return dem_network_content_get_layout (self, words, YEARS_POINTS, DEM_TEXT_NORMAL,
                                         NAME_WIDTH * self->text_scale);
}

/* ---- What is to be laid out ---- */

/* Texts of thousands are not measured before they are seen. */
static void
measure_name (DemNetworkContent *self, guint index, double *width, double *height)
{
  double years_width = 0, years_height = 0;
  PangoLayout *years;

  if (self->actors->len > MOST_MEASURED && get_actor (self, index)->within != DEM_NETWORK_NO_NODE)
    {
      *width = NAME_WIDTH * self->text_scale;
      *height = 2 * dem_paint_line_height (self->pango, NAME_POINTS);
      return;
    }
  dem_paint_measure (dem_network_content_get_name (self, index), width, height);
  years = dem_network_content_get_years (self, index);
  if (years != NULL)
    dem_paint_measure (years, &years_width, &years_height);
  *width = MAX (*width, years_width);
  *height += years_height;
}

static void
set_hint (DemNetworkContent *self, DemNetworkNode *node, DemMapWorld *world, guint32 actor)
{
  guint32 seat = dem_map_world_seat_of (world, actor);
  guint n;

  if (seat != DEM_NO_INDEX)
    dem_projection_place (dem_map_world_get_projection (world), dem_map_world_get_seats (world, &n)[seat].at,
                          &node->hint_x, &node->hint_y);
}

static void
make_graph (DemNetworkContent *self, DemNotebook *notebook, DemMapWorld *world)
{
  self->graph = dem_network_graph_new ();
  for (guint i = 0; i < self->actors->len; i++)
    {
      const DemNetworkActor *actor = get_actor (self, i);
      DemNetworkNode node = { .id = dem_dossier_actor (self->time.dossier, actor->head.actor)->item.id,
                              .head = actor->within,
                              .hint_x = NAN,
                              .hint_y = NAN,
                              .pin_x = NAN,
                              .pin_y = NAN };
      double width, height;

      measure_name (self, i, &width, &height);
      node.width = MAX (width, 2 * DEM_NETWORK_HEAD) + 2 * SIDE;
      node.above = DEM_NETWORK_HEAD + 2;
      node.below = DEM_NETWORK_HEAD + NAME_GAP + height;
      set_hint (self, &node, world, actor->head.actor);
      if (notebook != NULL)
        dem_notebook_get_pin (notebook, node.id, &node.pin_x, &node.pin_y);
      dem_network_graph_add_node (self->graph, &node);
    }
  for (guint i = 0; i < self->ties->len; i++)
    dem_network_graph_add_link (self->graph, g_array_index (self->ties, DemNetworkTie, i).a,
                                g_array_index (self->ties, DemNetworkTie, i).b);
}

/* ---- The object ---- */

DemNetworkContent *
dem_network_content_new (const DemSceneInput *input, DemNotebook *notebook, DemMapWorld *world)
{
  DemNetworkContent *self = g_rc_box_new0 (DemNetworkContent);
  guint n_seats;

  self->time.dossier = g_object_ref (input->dossier);
  self->time.period = dem_focus_get_period (input->focus);
  self->time.moment = dem_focus_get_moment (input->focus);
  self->time.scenario = dem_focus_get_scenario (input->focus);
  self->time.perspective = dem_focus_get_perspective (input->focus);
  self->relevance = dem_relevance_ref (input->relevance);
  self->source_palette = input->palette;
  self->pango_serial = pango_context_get_serial (input->pango);
  self->palette = *input->palette;
  self->palette.sea = input->palette->view;
  self->pango = g_object_ref (input->pango);
  self->text_scale = dem_map_get_text_scale (input->pango);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->actors = g_array_new (FALSE, TRUE, sizeof (DemNetworkActor));
  self->ties = g_array_new (FALSE, TRUE, sizeof (DemNetworkTie));
  self->untied = g_array_new (FALSE, TRUE, sizeof (DemNetworkTie));
  gather_actors (self, notebook);
  gather_hulls (self);
  for (guint32 i = 0; i < dem_dossier_count (input->dossier, DEM_KIND_PAIR); i++)
    gather_tie (self, i);
  dem_network_perspective_apply (&self->time, self->actors, self->ties);
  self->tie_order = sort (self, self->ties->len, compare_ties);
  self->actor_order = sort (self, self->actors->len, compare_actors);
  make_graph (self, notebook, world);
  dem_map_world_get_seats (world, &n_seats);
  self->has_places = n_seats > 0;
  return self;
}

DemNetworkContent *
dem_network_content_ref (DemNetworkContent *self)
{
  return g_rc_box_acquire (self);
}

static void
free_content (gpointer data)
{
  DemNetworkContent *self = data;

  g_object_unref (self->time.dossier);
  dem_relevance_unref (self->relevance);
  g_object_unref (self->pango);
  g_hash_table_unref (self->layouts);
  g_array_unref (self->actors);
  g_array_unref (self->ties);
  g_array_unref (self->untied);
  g_free (self->index_of);
  g_free (self->tie_order);
  g_free (self->actor_order);
  dem_network_graph_unref (self->graph);
}

void
dem_network_content_unref (DemNetworkContent *self)
{
  g_rc_box_release_full (self, free_content);
}

gboolean
dem_network_content_is_current (DemNetworkContent *self, const DemSceneInput *input)
{
  DemPeriod period = dem_focus_get_period (input->focus);

  return self->time.dossier == input->dossier && self->relevance == input->relevance
         && self->source_palette == input->palette && self->pango == input->pango
         && self->pango_serial == pango_context_get_serial (input->pango)
         && self->time.scenario == dem_focus_get_scenario (input->focus)
         && self->time.perspective == dem_focus_get_perspective (input->focus)
         && self->time.moment == dem_focus_get_moment (input->focus)
         && self->time.period.first == period.first && self->time.period.last == period.last;
}

gboolean
dem_network_content_looks_like (DemNetworkContent *self, DemNetworkContent *other)
{
  if (self->source_palette != other->source_palette || self->time.perspective != other->time.perspective
      || self->actors->len != other->actors->len || self->ties->len != other->ties->len)
    return FALSE;
  for (guint i = 0; i < self->actors->len; i++)
    {
      const DemNetworkActor *a = get_actor (self, i), *b = get_actor (other, i);
      if (a->head.actor != b->head.actor || a->head.selected != b->head.selected
          || a->head.dimmed != b->head.dimmed || a->past != b->past)
        return FALSE;
    }
  for (guint i = 0; i < self->ties->len; i++)
    {
      const DemNetworkTie *a = &g_array_index (self->ties, DemNetworkTie, i);
      const DemNetworkTie *b = &g_array_index (other->ties, DemNetworkTie, i);
      if (a->pair != b->pair || a->relation != b->relation || a->selected != b->selected || a->dimmed != b->dimmed)
        return FALSE;
    }
  return TRUE;
}

GArray *
dem_network_content_get_actors (DemNetworkContent *self)
{
  return self->actors;
}

GArray *
dem_network_content_get_ties (DemNetworkContent *self)
{
  return self->ties;
}

GArray *
dem_network_content_get_untied (DemNetworkContent *self)
{
  return self->untied;
}

gboolean
dem_network_content_has_places (DemNetworkContent *self)
{
  return self->has_places;
}

const guint *
dem_network_content_get_tie_order (DemNetworkContent *self)
{
  return self->tie_order;
}

const guint *
dem_network_content_get_actor_order (DemNetworkContent *self)
{
  return self->actor_order;
}

DemNetworkGraph *
dem_network_content_get_graph (DemNetworkContent *self)
{
  return self->graph;
}

DemDossier *
dem_network_content_get_dossier (DemNetworkContent *self)
{
  return self->time.dossier;
}

const DemMapTime *
dem_network_content_get_time (DemNetworkContent *self)
{
  return &self->time;
}

const DemPalette *
dem_network_content_get_palette (DemNetworkContent *self)
{
  return &self->palette;
}

guint
dem_network_content_find (DemNetworkContent *self, guint32 actor)
{
  return actor < dem_dossier_count (self->time.dossier, DEM_KIND_ACTOR) ? self->index_of[actor] : DEM_NETWORK_NO_NODE;
}
