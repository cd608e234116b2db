/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_content.h"

#include <pango/pangocairo.h>

#include "ui/map/perspective.h"

struct _DemMapContent
{
  DemMapWorld *world;
  DemRelevance *relevance;
  const DemPalette *palette;
  DemMapTime time; /* its dossier is the world's */

  PangoContext *pango;
  guint pango_serial;
  GHashTable *layouts; /* description of text and style → PangoLayout */

  GArray *posts;
  GArray *ties;
  GArray *unplaced;
  guint *post_order;
  guint *tie_order;
  guint32 *post_of_seat;
  DemLandStyle *land;
  DemMapPerspective *perspective; /* nullable */
};

/* ---- Who is there ---- */

static guint
get_degree (DemDossier *dossier, DemRef ref)
{
  guint n;
  dem_dossier_backlinks (dossier, ref, &n);
  return n;
}

static gboolean
is_dimmed (DemMapContent *self, DemRef ref)
{
  return dem_relevance_has_selection (self->relevance) && !dem_relevance_contains (self->relevance, ref);
}

static gboolean
is_on_stage (DemMapContent *self, DemDossier *dossier, guint32 actor)
{
  const DemActor *item = dem_dossier_actor (dossier, actor);
  return dem_dossier_exists_in (dossier, DEM_REF (ACTOR, actor), self->time.scenario)
         && dem_edtf_overlaps (&item->when, self->time.period) != DEM_ANSWER_NO;
}

static gboolean
is_present (DemMapContent *self, const DemActor *item)
{
  return dem_edtf_alive_on (&item->when, self->time.moment) != DEM_ANSWER_NO;
}

/* What is selected, then what has to do with it, then who is there at the moment, then who matters most. */
static int
compare_heads (gconstpointer a, gconstpointer b)
{
  const DemMapHead *x = a, *y = b;
  if (x->selected != y->selected)
    return x->selected ? -1 : 1;
  if (x->dimmed != y->dimmed)
    return x->dimmed ? 1 : -1;
  if (x->present != y->present)
    return x->present ? -1 : 1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->actor < y->actor ? -1 : 1;
}

/* The marker is that of a state which is there at the moment, else of one that was or will be; others become
 * heads. */
static void
crown (DemMapContent *self, DemDossier *dossier, DemMapPost *post)
{
  int chosen = -1;
  for (guint i = 0; i < post->heads->len; i++)
    {
      const DemMapHead *head = &g_array_index (post->heads, DemMapHead, i);
      if (head->kind != DEM_ACTOR_STATE)
        continue;
      const DemMapHead *best = chosen < 0 ? NULL : &g_array_index (post->heads, DemMapHead, chosen);
      if (best == NULL || head->present > best->present
          || (head->present == best->present && head->hypothetical < best->hypothetical))
        chosen = (int) i;
    }
  if (chosen < 0)
    {
      DemMapHead *first = &g_array_index (post->heads, DemMapHead, 0);
      guint n_seats;
      guint32 place = dem_map_world_get_seats (self->world, &n_seats)[post->seat].place;
      post->name = dem_dossier_dup_label (dossier, DEM_REF (PLACE, place));
      post->dimmed = first->dimmed;
      return;
    }
  const DemMapHead *state = &g_array_index (post->heads, DemMapHead, chosen);
  post->state = state->actor;
  post->name = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, post->state));
  post->crown = *state;
  post->selected = state->selected;
  post->dimmed = state->dimmed;
  post->hypothetical = state->hypothetical;
  post->degree += state->degree;
  g_array_remove_index (post->heads, (guint) chosen);
}

static void
gather_post (DemMapContent *self, DemDossier *dossier, const DemMapSeat *seat, guint32 index)
{
  DemMapPost post = { .seat = index, .state = DEM_NO_INDEX };

  self->post_of_seat[index] = DEM_NO_INDEX;
  for (guint i = 0; i < seat->n_actors; i++)
    {
      if (!is_on_stage (self, dossier, seat->actors[i]))
        continue;
      if (post.heads == NULL)
        post.heads = g_array_new (FALSE, FALSE, sizeof (DemMapHead));
      DemMapHead head = dem_map_head_of (dossier, self->relevance, self->time.moment, seat->actors[i]);
      g_array_append_val (post.heads, head);
    }
  if (post.heads == NULL)
    return;
  g_array_sort (post.heads, compare_heads);
  crown (self, dossier, &post);
  self->post_of_seat[index] = self->posts->len;
  g_array_append_val (self->posts, post);
}

static void
gather_posts (DemMapContent *self, DemDossier *dossier)
{
  guint n_seats;
  const DemMapSeat *seats = dem_map_world_get_seats (self->world, &n_seats);

  self->post_of_seat = g_new (guint32, n_seats + 1);
  for (guint i = 0; i < n_seats; i++)
    gather_post (self, dossier, &seats[i], i);
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_ACTOR); i++)
    if (dem_map_world_seat_of (self->world, i) == DEM_NO_INDEX && is_on_stage (self, dossier, i))
      g_array_append_val (self->unplaced, i);
}

/* ---- How they stand ---- */

/* A phase that is alive but says nothing of closeness, the last that started; DEM_NO_INDEX when there is
 * none. */
static guint32
find_silent_phase (DemMapContent *self, DemDossier *dossier, guint32 pair)
{
  guint n;
  const DemRef *phases = dem_dossier_backlinks_of (dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);
  guint32 found = DEM_NO_INDEX;

  for (guint i = 0; i < n; i++)
    {
      const DemRelation *relation = dem_dossier_relation (dossier, phases[i].index);
      if (dem_edtf_alive_on (&relation->when, self->time.moment) != DEM_ANSWER_NO
          && dem_dossier_exists_in (dossier, phases[i], self->time.scenario)
          && (found == DEM_NO_INDEX
              || dem_edtf_compare (&dem_dossier_relation (dossier, found)->when, &relation->when) < 0))
        found = phases[i].index;
    }
  return found;
}

static guint32
find_post (DemMapContent *self, DemDossier *dossier, guint32 actor)
{
  guint32 seat = dem_map_world_seat_of (self->world, actor);
  if (seat == DEM_NO_INDEX || !is_on_stage (self, dossier, actor))
    return DEM_NO_INDEX;
  return self->post_of_seat[seat];
}

/* In a perspective countries are shaded in place of most arcs. */
static gboolean
is_drawn (DemMapContent *self, const DemMapTie *tie)
{
  if (tie->selected)
    return TRUE;
  if (self->perspective != NULL)
    return tie->in_perspective && tie->stance != DEM_STANCE_NONE
           && !dem_map_perspective_shades (self->perspective, tie->pair);
  return tie->stance != DEM_STANCE_NONE || tie->of_states;
}

static void
gather_tie (DemMapContent *self, DemDossier *dossier, guint32 index)
{
  const DemPair *pair = dem_dossier_pair (dossier, index);
  DemRef ref = DEM_REF (PAIR, index);
  DemMapTie tie
      = { .pair = index,
          .a = find_post (self, dossier, pair->a),
          .b = find_post (self, dossier, pair->b),
          .relation = dem_dossier_stance_at (dossier, index, self->time.moment, self->time.scenario) };

  if (tie.a == DEM_NO_INDEX || tie.b == DEM_NO_INDEX || tie.a == tie.b)
    return;
  if (tie.relation == DEM_NO_INDEX)
    tie.relation = find_silent_phase (self, dossier, index);
  if (tie.relation == DEM_NO_INDEX)
    return;

  const DemRelation *relation = dem_dossier_relation (dossier, tie.relation);
  tie.stance
      = relation->item.n_scenarios > 0 ? DEM_STANCE_HYPOTHETICAL : dem_stance_classify (relation->stance);
  tie.degree = get_degree (dossier, ref);
  tie.of_states = dem_dossier_actor (dossier, pair->a)->kind == DEM_ACTOR_STATE
                  && dem_dossier_actor (dossier, pair->b)->kind == DEM_ACTOR_STATE;
  tie.in_perspective = pair->a == self->time.perspective || pair->b == self->time.perspective;
  tie.selected = dem_relevance_is_selected (self->relevance, ref)
                 || dem_relevance_is_selected (self->relevance, DEM_REF (RELATION, tie.relation));
  tie.of_selected = dem_relevance_is_selected (self->relevance, DEM_REF (ACTOR, pair->a))
                    || dem_relevance_is_selected (self->relevance, DEM_REF (ACTOR, pair->b));
  tie.dimmed = is_dimmed (self, ref);
  if (!is_drawn (self, &tie))
    return;
  tie.label = g_strdup (relation->item.label);
  g_array_append_val (self->ties, tie);
}

/* Those of people and groups that say nothing of closeness (leads, member…) are told in details, not drawn.
 */
static void
gather_ties (DemMapContent *self, DemDossier *dossier)
{
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_PAIR); i++)
    gather_tie (self, dossier, i);
}

/* Whoever sits at an end of what is selected has to do with it. */
static void
light_ends (DemMapContent *self, guint32 index)
{
  GArray *heads = g_array_index (self->posts, DemMapPost, index).heads;
  for (guint i = 0; i < heads->len; i++)
    g_array_index (heads, DemMapHead, i).dimmed = FALSE;
}

static void
light_selected_ties (DemMapContent *self)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      const DemMapTie *tie = &g_array_index (self->ties, DemMapTie, i);
      if (tie->selected && tie->of_states)
        {
          light_ends (self, tie->a);
          light_ends (self, tie->b);
        }
    }
}

/* ---- What matters most ---- */

static int
compare_posts (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemMapPost *x = &g_array_index ((GArray *) data, DemMapPost, *(const guint *) a);
  const DemMapPost *y = &g_array_index ((GArray *) data, DemMapPost, *(const guint *) b);
  if (x->selected != y->selected)
    return x->selected ? -1 : 1;
  if (x->dimmed != y->dimmed)
    return x->dimmed ? 1 : -1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  int order = strcmp (x->name, y->name);
  return order != 0 ? order : *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static int
compare_ties (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemMapTie *x = &g_array_index ((GArray *) data, DemMapTie, *(const guint *) a);
  const DemMapTie *y = &g_array_index ((GArray *) data, DemMapTie, *(const guint *) b);
  if (x->selected != y->selected)
    return x->selected ? -1 : 1;
  if (x->dimmed != y->dimmed)
    return x->dimmed ? 1 : -1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->pair < y->pair ? -1 : 1;
}

static guint *
sort_by_importance (GArray *things, GCompareDataFunc compare)
{
  guint *order = g_new (guint, things->len + 1);
  for (guint i = 0; i < things->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) things->len, sizeof (guint), compare, things);
  return order;
}

/* ---- Countries ---- */

static void
shade_state (DemMapContent *self, DemDossier *dossier, guint32 actor, DemShade shade)
{
  const DemActor *item = dem_dossier_actor (dossier, actor);

  if (item->country != NULL)
    dem_land_style_shade (self->land, item->country, shade);
  else if (item->n_territory == 0 && item->place != DEM_NO_INDEX)
    dem_land_style_shade (self->land, dem_dossier_place (dossier, item->place)->country, shade);
  for (guint i = 0; i < item->n_territory && is_present (self, item); i++)
    dem_land_style_shade (self->land, item->territory[i], shade);
}

/* By actor: whether it is an end of a selected pair. */
static gboolean *
find_selected_ends (DemMapContent *self, DemDossier *dossier)
{
  gboolean *ends = g_new0 (gboolean, dem_dossier_count (dossier, DEM_KIND_ACTOR) + 1);
  for (guint i = 0; i < self->ties->len; i++)
    {
      const DemMapTie *tie = &g_array_index (self->ties, DemMapTie, i);
      if (!tie->selected)
        continue;
      ends[dem_dossier_pair (dossier, tie->pair)->a] = TRUE;
      ends[dem_dossier_pair (dossier, tie->pair)->b] = TRUE;
    }
  return ends;
}

static void
shade_countries (DemMapContent *self, DemDossier *dossier)
{
  self->land = dem_land_style_new (self->palette);
  if (self->perspective != NULL)
    {
      dem_map_perspective_shade (self->perspective, self->land);
      return;
    }
  g_autofree gboolean *ends = find_selected_ends (self, dossier);
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_ACTOR); i++)
    {
      if (dem_dossier_actor (dossier, i)->kind != DEM_ACTOR_STATE || !is_on_stage (self, dossier, i))
        continue;
      gboolean selected = dem_relevance_is_selected (self->relevance, DEM_REF (ACTOR, i))
                          || ends[i];
      gboolean others_selected = is_dimmed (self, DEM_REF (ACTOR, i));
      shade_state (self, dossier, i,
                   selected          ? DEM_SHADE_SELECTED
                   : others_selected ? DEM_SHADE_PLAIN
                                     : DEM_SHADE_ACTOR);
    }
}

/* ---- The object ---- */

static void
clear_post (gpointer data)
{
  DemMapPost *post = data;
  g_free (post->name);
  g_array_unref (post->heads);
}

static void
clear_tie (gpointer data)
{
  g_free (((DemMapTie *) data)->label);
}

DemMapContent *
dem_map_content_new (DemMapWorld *world, const DemSceneInput *input)
{
  DemMapContent *self = g_rc_box_new0 (DemMapContent);
  DemDossier *dossier = dem_map_world_get_dossier (world);

  self->world = dem_map_world_ref (world);
  self->relevance = dem_relevance_ref (input->relevance);
  self->palette = input->palette;
  self->time.dossier = dossier;
  self->time.period = dem_focus_get_period (input->focus);
  self->time.moment = dem_focus_get_moment (input->focus);
  self->time.scenario = dem_focus_get_scenario (input->focus);
  self->time.perspective = dem_focus_get_perspective (input->focus);
  if (self->time.perspective != DEM_NO_INDEX)
    self->perspective = dem_map_perspective_new (&self->time);
  self->pango = g_object_ref (input->pango);
  self->pango_serial = pango_context_get_serial (input->pango);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->posts = g_array_new (FALSE, TRUE, sizeof (DemMapPost));
  self->ties = g_array_new (FALSE, TRUE, sizeof (DemMapTie));
  self->unplaced = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_clear_func (self->posts, clear_post);
  g_array_set_clear_func (self->ties, clear_tie);
  gather_posts (self, dossier);
  gather_ties (self, dossier);
  light_selected_ties (self);
  self->post_order = sort_by_importance (self->posts, compare_posts);
  self->tie_order = sort_by_importance (self->ties, compare_ties);
  shade_countries (self, dossier);
  return self;
}

DemMapContent *
dem_map_content_ref (DemMapContent *self)
{
  return g_rc_box_acquire (self);
}

static void
free_content (gpointer data)
{
  DemMapContent *self = data;
  dem_map_world_unref (self->world);
  dem_relevance_unref (self->relevance);
  g_object_unref (self->pango);
  g_hash_table_unref (self->layouts);
  g_array_unref (self->posts);
  g_array_unref (self->ties);
  g_array_unref (self->unplaced);
  g_free (self->post_order);
  g_free (self->tie_order);
  g_free (self->post_of_seat);
  dem_land_style_unref (self->land);
  g_clear_pointer (&self->perspective, dem_map_perspective_free);
}

void
dem_map_content_unref (DemMapContent *self)
{
  g_rc_box_release_full (self, free_content);
}

gboolean
dem_map_content_is_current (DemMapContent *self, DemMapWorld *world, const DemSceneInput *input)
{
  DemPeriod period = dem_focus_get_period (input->focus);

  return self->world == world && self->relevance == input->relevance && self->palette == input->palette
         && self->pango == input->pango && self->pango_serial == pango_context_get_serial (input->pango)
         && self->time.scenario == dem_focus_get_scenario (input->focus)
         && self->time.perspective == dem_focus_get_perspective (input->focus)
         && self->time.moment == dem_focus_get_moment (input->focus)
         && self->time.period.first == period.first && self->time.period.last == period.last;
}

static gboolean
is_same_head (const DemMapHead *a, const DemMapHead *b)
{
  return a->actor == b->actor && a->selected == b->selected && a->dimmed == b->dimmed && a->present == b->present;
}

static gboolean
is_same_post (const DemMapPost *a, const DemMapPost *b)
{
  if (a->seat != b->seat || a->state != b->state || a->selected != b->selected || a->dimmed != b->dimmed
      || a->heads->len != b->heads->len)
    return FALSE;
  for (guint i = 0; i < a->heads->len; i++)
    if (!is_same_head (&g_array_index (a->heads, DemMapHead, i), &g_array_index (b->heads, DemMapHead, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_tie (const DemMapTie *a, const DemMapTie *b)
{
  return a->pair == b->pair && a->relation == b->relation && a->selected == b->selected && a->dimmed == b->dimmed;
}

gboolean
dem_map_content_looks_like (DemMapContent *self, DemMapContent *other)
{
  if (self->palette != other->palette || self->time.perspective != other->time.perspective
      || self->posts->len != other->posts->len || self->ties->len != other->ties->len)
    return FALSE;
  for (guint i = 0; i < self->posts->len; i++)
    if (!is_same_post (&g_array_index (self->posts, DemMapPost, i), &g_array_index (other->posts, DemMapPost, i)))
      return FALSE;
  for (guint i = 0; i < self->ties->len; i++)
    if (!is_same_tie (&g_array_index (self->ties, DemMapTie, i), &g_array_index (other->ties, DemMapTie, i)))
      return FALSE;
  return TRUE;
}

DemMapWorld *
dem_map_content_get_world (DemMapContent *self)
{
  return self->world;
}

const DemPalette *
dem_map_content_get_palette (DemMapContent *self)
{
  return self->palette;
}

DemLandStyle *
dem_map_content_get_land_style (DemMapContent *self)
{
  return self->land;
}

const DemMapTime *
dem_map_content_get_time (DemMapContent *self)
{
  return &self->time;
}

GArray *
dem_map_content_get_posts (DemMapContent *self)
{
  return self->posts;
}

GArray *
dem_map_content_get_ties (DemMapContent *self)
{
  return self->ties;
}

GArray *
dem_map_content_get_unplaced (DemMapContent *self)
{
  return self->unplaced;
}

const DemStanding *
dem_map_content_get_standing (DemMapContent *self, guint32 actor)
{
  return self->perspective != NULL ? dem_map_perspective_get_standing (self->perspective, actor) : NULL;
}

guint32
dem_map_content_find_country (DemMapContent *self, const char *code)
{
  return self->perspective != NULL ? dem_map_perspective_find_country (self->perspective, code) : DEM_NO_INDEX;
}

gboolean
dem_map_content_tells_of (DemMapContent *self, guint32 pair)
{
  DemDossier *dossier = self->time.dossier;
  guint n;
  const DemRef *phases = dem_dossier_backlinks_of (dossier, DEM_REF (PAIR, pair), DEM_KIND_RELATION, &n);

  for (guint i = 0; i < n; i++)
    if (dem_dossier_exists_in (dossier, phases[i], self->time.scenario)
        && dem_edtf_overlaps (&dem_dossier_relation (dossier, phases[i].index)->when, self->time.period)
               != DEM_ANSWER_NO)
      return TRUE;
  return FALSE;
}

gboolean
dem_map_content_has_standings (DemMapContent *self)
{
  return self->perspective != NULL && dem_map_perspective_has_countries (self->perspective);
}

const guint *
dem_map_content_get_post_order (DemMapContent *self)
{
  return self->post_order;
}

const guint *
dem_map_content_get_tie_order (DemMapContent *self)
{
  return self->tie_order;
}

PangoLayout *
dem_map_content_get_layout (DemMapContent *self, const char *text, double points, DemTextStyle style)
{
  g_autofree char *key = g_strdup_printf ("%d %g %s", style, points, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);
  if (layout == NULL)
    {
      layout = dem_paint_layout (self->pango, text, points, style);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }
  return layout;
}

double
dem_map_get_text_scale (PangoContext *pango)
{
  double resolution = pango_cairo_context_get_resolution (pango);
  return resolution > 0 ? resolution / 96.0 : 1.0;
}

double
dem_map_content_get_text_scale (DemMapContent *self)
{
  return dem_map_get_text_scale (self->pango);
}
