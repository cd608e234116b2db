/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_scene.h"

#include <math.h>

#include "ui/timeline/frame.h"
#include "ui/timeline/nothing.h"
#include "ui/timeline/timeline_notes.h"
#include "ui/timeline/timeline_words.h"

#define RING_WIDTH 2.0
#define RING_GAP 2.0
#define COUNTS_X 16.0
#define MOST_NAMES 6   /* that the gutter makes room for: of pairs */
#define MOST_GROUPS 24 /* and of groups */

struct _DemTimelineScene
{
  GObject parent_instance;

  DemTimelineContext context; /* what it borrows is owned below */
  DemDossier *dossier;
  DemRelevance *relevance;
  DemTimelineIndex *index;
  DemRelevantEvents *relevant;
  DemLabelCache *own_labels; /* NULL when the view keeps them */
  gboolean mirrored;
  gboolean has_counts;

  DemFrame *frame;
  DemEventLanes *lanes;
  DemBands *bands;
  DemNothing *nothing; /* NULL when there is something in view */
  DemOverviewMemory *overview; /* the view's; NULL for a picture by itself */
  GArray *marks;               /* DemMark, made when first asked for */
  GskRenderNode *node;         /* made when first drawn */
};

static void dem_timeline_scene_iface_init (DemSceneInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemTimelineScene,
                               dem_timeline_scene,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, dem_timeline_scene_iface_init))

/* ---- Drawing ---- */

/* What has a place in time ends where the axis does; a dot at its very end may reach beyond. */
static void
begin_clip (const DemTimelinePainter *painter, double margin)
{
  const DemTimelineLayout *layout = &painter->context->layout;

  cairo_save (painter->cr);
  cairo_rectangle (painter->cr, layout->left - margin, 0, layout->right - layout->left + 2 * margin,
                   layout->height);
  cairo_clip (painter->cr);
}

static void
draw_shapes (DemTimelineScene *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context.layout;
  DemTimelinePainter shapes = dem_timeline_begin_shapes (
      painter, &GRAPHENE_RECT_INIT (0, 0, (float) layout->width, (float) layout->overview_top));

  begin_clip (&shapes, 0);
  dem_bands_draw_shapes (self->bands, &shapes);
  dem_event_lanes_draw_bars (self->lanes, &shapes);
  cairo_restore (shapes.cr);
  begin_clip (&shapes, DEM_LANE_DOT_RADIUS + 1);
  dem_event_lanes_draw_dots (self->lanes, &shapes);
  cairo_restore (shapes.cr);
  dem_frame_draw_above (self->frame, &shapes);
  dem_event_lanes_draw_lines (self->lanes, &shapes);
  /* What is by itself cannot be scrolled. */
  if (self->own_labels == NULL)
    {
      dem_event_lanes_draw_thumb (self->lanes, &shapes);
      dem_bands_draw_thumb (self->bands, &shapes);
    }
  dem_timeline_end_shapes (&shapes);
}

static const DemLabel *
get_counts_label (DemTimelineScene *self)
{
  g_autofree char *text = dem_timeline_scene_dup_counts (self);

  return dem_label_cache_get (self->context.labels, text, DEM_TIMELINE_TEXT, DEM_TEXT_NORMAL,
                              self->context.layout.right - COUNTS_X);
}

static void
draw_counts (DemTimelineScene *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context.layout;
  const DemLabel *label = get_counts_label (self);

  dem_timeline_text (painter, label, COUNTS_X, (layout->axis_text_y - label->height) / 2,
                     &self->context.palette->dim, 1);
}

static void
draw_texts (DemTimelineScene *self, const DemTimelinePainter *painter)
{
  if (!self->context.layout.compact)
    {
      dem_event_lanes_draw_texts (self->lanes, painter);
      dem_bands_draw_texts (self->bands, painter);
      if (self->nothing != NULL)
        dem_nothing_draw_texts (self->nothing, painter);
      if (!self->has_counts)
        draw_counts (self, painter);
    }
  dem_frame_draw_texts (self->frame, painter);
}

static GskRenderNode *
make_node (DemTimelineScene *self)
{
  const DemTimelineLayout *layout = &self->context.layout;
  DemTimelinePainter painter
      = { .context = &self->context, .snapshot = gtk_snapshot_new (), .mirrored = self->mirrored };

  dem_paint_rect (painter.snapshot, 0, 0, layout->width, layout->height, &self->context.palette->view);
  if (!layout->compact)
    {
      dem_frame_draw_behind (self->frame, &painter);
      dem_timeline_notes_draw_spans (&self->context, &painter);
      draw_shapes (self, &painter);
    }
  dem_overview_draw (&painter, self->overview);
  draw_texts (self, &painter);
  return gtk_snapshot_free_to_node (painter.snapshot);
}

/* While nothing changes in it, it is the same node: then what is around can change without its being drawn again. */
static void
dem_timeline_scene_draw (DemScene *scene, GtkSnapshot *snapshot)
{
  DemTimelineScene *self = DEM_TIMELINE_SCENE (scene);

  if (self->node == NULL)
    self->node = make_node (self);
  gtk_snapshot_append_node (snapshot, self->node);
}

/* ---- Marks ---- */

static double
mirror_x (DemTimelineScene *self, double x)
{
  return self->mirrored ? self->context.layout.width - x : x;
}

static void
mirror_marks (DemTimelineScene *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      graphene_rect_t *bounds = &g_array_index (self->marks, DemMark, i).bounds;

      bounds->origin.x = (float) self->context.layout.width - bounds->origin.x - bounds->size.width;
    }
}

static const DemMark *
dem_timeline_scene_get_marks (DemScene *scene, guint *n)
{
  DemTimelineScene *self = DEM_TIMELINE_SCENE (scene);

  if (self->marks == NULL)
    {
      self->marks = g_array_new (FALSE, TRUE, sizeof (DemMark));
      dem_event_lanes_append_marks (self->lanes, self->marks);
      dem_bands_append_marks (self->bands, self->marks);
      if (self->mirrored)
        mirror_marks (self);
    }
  *n = self->marks->len;
  return (const DemMark *) self->marks->data;
}

/* The marks that the scene was made with have room; those of other notes come with the next one. */
static void
dem_timeline_scene_place_notes (DemScene *scene, DemNoteMarks *marks, PangoContext *pango, GArray *spots)
{
  DemTimelineScene *self = DEM_TIMELINE_SCENE (scene);
  guint n;
  const DemMark *items = dem_timeline_scene_get_marks (scene, &n);

  dem_timeline_notes_place (&self->context, items, n, self->mirrored, pango, spots);
}

static DemRef
dem_timeline_scene_hit (DemScene *scene, double x, double y, double tolerance)
{
  DemTimelineScene *self = DEM_TIMELINE_SCENE (scene);
  double distance;
  DemRef event, phase;

  x = mirror_x (self, x);
  event = dem_event_lanes_hit (self->lanes, x, y, &distance);
  if (distance <= 0.5)
    return event;
  phase = dem_bands_hit (self->bands, x, y);
  if (!dem_ref_is_none (phase))
    return phase;
  return distance <= tolerance ? event : DEM_REF_NONE;
}

static char *
dem_timeline_scene_describe (DemScene *scene, DemRef ref)
{
  DemTimelineScene *self = DEM_TIMELINE_SCENE (scene);

  return dem_timeline_describe (self->dossier, ref, self->context.scenario);
}

/* An event in a histogram has no mark of its own, but the cursor can stand on it. */
static gboolean
dem_timeline_scene_get_hidden_bounds (DemScene *scene, DemRef ref, graphene_rect_t *bounds)
{
  DemTimelineScene *self = DEM_TIMELINE_SCENE (scene);

  if (ref.kind != DEM_KIND_EVENT || !dem_event_lanes_find_in_histogram (self->lanes, ref.index, bounds))
    return FALSE;
  if (self->mirrored)
    bounds->origin.x = (float) self->context.layout.width - bounds->origin.x - bounds->size.width;
  return TRUE;
}

static void
dem_timeline_scene_draw_ring (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  const GdkRGBA *accent = &DEM_TIMELINE_SCENE (scene)->context.palette->accent;
  float reach = RING_WIDTH + RING_GAP;
  const float widths[4] = { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH };
  const GdkRGBA colors[4] = { *accent, *accent, *accent, *accent };
  graphene_rect_t bounds;
  GskRoundedRect outline;

  if (!dem_scene_get_bounds (scene, ref, &bounds))
    return;
  graphene_rect_inset (&bounds, -reach, -reach);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 6);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
dem_timeline_scene_iface_init (DemSceneInterface *iface)
{
  iface->draw = dem_timeline_scene_draw;
  iface->hit = dem_timeline_scene_hit;
  iface->place_notes = dem_timeline_scene_place_notes;
  iface->get_marks = dem_timeline_scene_get_marks;
  iface->get_hidden_bounds = dem_timeline_scene_get_hidden_bounds;
  iface->describe = dem_timeline_scene_describe;
  iface->draw_ring = dem_timeline_scene_draw_ring;
}

/* ---- Parts ---- */

DemTimelinePart
dem_timeline_scene_part_at (DemTimelineScene *self, double x, double y, DemPeriod *days)
{
  static const DemTimelinePart parts[] = {
    [DEM_OVERVIEW_EMPTY] = DEM_TIMELINE_OVERVIEW,
    [DEM_OVERVIEW_BRUSH] = DEM_TIMELINE_BRUSH,
    [DEM_OVERVIEW_START] = DEM_TIMELINE_BRUSH_START,
    [DEM_OVERVIEW_END] = DEM_TIMELINE_BRUSH_END,
  };
  const DemTimelineLayout *layout;
  DemOverviewPart part;
  DemPeriod ignored;

  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), DEM_TIMELINE_NOWHERE);

  layout = &self->context.layout;
  x = mirror_x (self, x);
  part = dem_overview_part_at (layout, x, y);
  if (part != DEM_OVERVIEW_NOWHERE)
    return parts[part];
  if (layout->compact || y < layout->axis_text_y || y >= layout->overview_top || x < layout->left
      || x > layout->right)
    return DEM_TIMELINE_NOWHERE;
  return dem_event_lanes_histogram_at (self->lanes, x, y, days != NULL ? days : &ignored)
             ? DEM_TIMELINE_HISTOGRAM
             : DEM_TIMELINE_LANES;
}

gboolean
dem_timeline_scene_get_handle (DemTimelineScene *self, DemTimeHandleKind kind, graphene_rect_t *bounds)
{
  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), FALSE);

  if (kind == DEM_HANDLE_VIEW_BEGIN || kind == DEM_HANDLE_VIEW_END)
    *bounds = dem_overview_get_handle (&self->context.layout, kind == DEM_HANDLE_VIEW_END);
  else if (!dem_frame_get_handle (&self->context, kind == DEM_HANDLE_PERIOD_END, bounds))
    return FALSE;
  if (self->mirrored)
    bounds->origin.x = (float) self->context.layout.width - bounds->origin.x - bounds->size.width;
  return TRUE;
}

DemTimeHandleKind
dem_timeline_scene_handle_at (DemTimelineScene *self, double x, double y, double reach)
{
  DemTimeHandleKind best = DEM_N_HANDLES;
  graphene_rect_t bounds;
  graphene_point_t middle;
  double nearest = reach;

  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), DEM_N_HANDLES);

  for (DemTimeHandleKind kind = DEM_HANDLE_PERIOD_BEGIN; kind <= DEM_HANDLE_PERIOD_END; kind++)
    {
      double distance;

      if (!dem_timeline_scene_get_handle (self, kind, &bounds))
        continue;
      graphene_rect_get_center (&bounds, &middle);
      distance = fabs (x - middle.x);
      /* Of two on one spot each can be taken from its own side. */
      if (fabs (y - middle.y) > reach || distance > nearest
          || (best != DEM_N_HANDLES && distance == nearest && (x < middle.x) != self->mirrored))
        continue;
      nearest = distance;
      best = kind;
    }
  return best;
}

const char *
dem_timeline_scene_get_nothing (DemTimelineScene *self, graphene_rect_t *bounds)
{
  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), NULL);

  if (self->nothing == NULL)
    return NULL;
  *bounds = dem_nothing_get_bounds (self->nothing);
  if (self->mirrored)
    bounds->origin.x = (float) self->context.layout.width - bounds->origin.x - bounds->size.width;
  return dem_nothing_get_text (self->nothing);
}

DemTimelineCounts
dem_timeline_scene_get_counts (DemTimelineScene *self)
{
  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), (DemTimelineCounts){ 0 });

  return dem_timeline_index_count (self->index, self->context.period);
}

char *
dem_timeline_scene_dup_counts (DemTimelineScene *self)
{
  DemTimelineCounts counts;

  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), NULL);

  counts = dem_timeline_scene_get_counts (self);
  return dem_timeline_format_counts (&counts);
}

const DemTimelineLayout *
dem_timeline_scene_get_layout (DemTimelineScene *self)
{
  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), NULL);

  return &self->context.layout;
}

DemEventLane *
dem_timeline_scene_get_event_lane (DemTimelineScene *self)
{
  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), NULL);

  return dem_event_lanes_get (self->lanes, 0);
}

DemEventLanes *
dem_timeline_scene_get_event_lanes (DemTimelineScene *self)
{
  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), NULL);

  return self->lanes;
}

DemBands *
dem_timeline_scene_get_bands (DemTimelineScene *self)
{
  g_return_val_if_fail (DEM_IS_TIMELINE_SCENE (self), NULL);

  return self->bands;
}

/* ---- Life ---- */

static void
dem_timeline_scene_finalize (GObject *object)
{
  DemTimelineScene *self = DEM_TIMELINE_SCENE (object);

  g_clear_pointer (&self->frame, dem_frame_free);
  g_clear_pointer (&self->lanes, dem_event_lanes_free);
  g_clear_pointer (&self->bands, dem_bands_free);
  g_clear_pointer (&self->nothing, dem_nothing_free);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->own_labels, dem_label_cache_free);
  g_clear_pointer (&self->relevant, dem_relevant_events_unref);
  g_clear_pointer (&self->index, dem_timeline_index_unref);
  g_clear_pointer (&self->relevance, dem_relevance_unref);
  g_clear_object (&self->dossier);
  g_clear_object (&self->context.notes);
  G_OBJECT_CLASS (dem_timeline_scene_parent_class)->finalize (object);
}

static void
dem_timeline_scene_class_init (DemTimelineSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_timeline_scene_finalize;
}

static void
dem_timeline_scene_init (DemTimelineScene *self)
{
}

static double
measure_groups (const DemTimelineOptions *options)
{
  DemEventGroups *groups = dem_lane_memory_get_groups (options->groups);
  double longest = 0;

  for (guint i = 0; i < MIN (groups->groups->len, MOST_GROUPS); i++)
    longest = MAX (longest, dem_label_cache_get (options->labels, dem_event_groups_get (groups, i)->name,
                                                 DEM_TIMELINE_TEXT, DEM_TEXT_BOLD, 0)
                                ->width);
  return longest;
}

/* The gutter must not change while one moves through time: the pairs with the longest histories decide. */
static double
measure_names (DemTimelineScene *self, const DemTimelineOptions *options)
{
  double longest = 0;

  for (guint i = 0; i < MIN (self->index->pairs->len, MOST_NAMES); i++)
    {
      guint32 pair = g_array_index (self->index->pairs, DemTimelinePair, i).pair;
      g_autofree char *name = dem_dossier_dup_label (self->dossier, DEM_REF (PAIR, pair));

      /* Bold, as the selected one is. */
      longest = MAX (longest,
                     dem_label_cache_get (options->labels, name, DEM_TIMELINE_TEXT, DEM_TEXT_BOLD, 0)->width);
    }
  if (options->groups != NULL)
    longest = MAX (longest, measure_groups (options));
  return longest;
}

static void
fill_context (DemTimelineScene *self, const DemSceneInput *input, const DemTimelineOptions *options)
{
  self->context = (DemTimelineContext){ .dossier = self->dossier,
                                        .relevance = self->relevance,
                                        .palette = input->palette,
                                        .index = self->index,
                                        .relevant = self->relevant,
                                        .labels = options->labels,
                                        .notes = input->notes != NULL ? g_object_ref (input->notes) : NULL,
                                        .period = dem_focus_get_period (input->focus),
                                        .linked = dem_focus_period_is_linked (input->focus),
                                        .first_band = options->first_band,
                                        .scenario = dem_focus_get_scenario (input->focus),
                                        .today = dem_dossier_get_today (input->dossier) };
  dem_timeline_layout_init (&self->context.layout, input, self->index,
                            options->groups != NULL ? dem_lane_memory_get_groups (options->groups) : NULL,
                            options->first, options->last, measure_names (self, options));
}

DemScene *
dem_timeline_scene_new_with_options (const DemSceneInput *input, const DemTimelineOptions *options)
{
  DemTimelineScene *self;

  g_return_val_if_fail (input != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->last > options->first, NULL);

  self = g_object_new (DEM_TYPE_TIMELINE_SCENE, NULL);
  self->dossier = g_object_ref (input->dossier);
  self->relevance = dem_relevance_ref (input->relevance);
  self->index = dem_timeline_index_ref (options->index);
  self->relevant = options->relevant != NULL ? dem_relevant_events_ref (options->relevant)
                                             : dem_relevant_events_new (self->index, self->relevance);
  self->mirrored = pango_context_get_base_dir (input->pango) == PANGO_DIRECTION_RTL;
  self->has_counts = options->has_counts;
  self->overview = options->overview;
  dem_label_cache_begin (options->labels, input->pango);
  fill_context (self, input, options);
  self->context.grouped = options->groups != NULL && self->context.layout.rows > 0;
  self->frame = dem_frame_new (&self->context, self->has_counts ? options->bar_end
                                                                : COUNTS_X + get_counts_label (self)->width + COUNTS_X);
  self->lanes = dem_event_lanes_new (&self->context, options->rows, options->groups, options->first_group);
  self->bands = dem_bands_new (&self->context);
  if (!options->is_waiting && !self->context.layout.compact && dem_event_lanes_count_events (self->lanes) == 0
      && !dem_bands_has_phases (self->bands))
    self->nothing = dem_nothing_new (&self->context);
  return DEM_SCENE (self);
}

/* A view that is open has no place on an axis: the dossier's span stands for it. */
static DemPeriod
finite_view (const DemSceneInput *input)
{
  DemPeriod view = dem_focus_get_view (input->focus);
  DemPeriod span = dem_dossier_get_span (input->dossier);

  if (!dem_day_is_finite (view.first))
    view.first = MIN (span.first, dem_day_is_finite (view.last) ? view.last : span.first);
  if (!dem_day_is_finite (view.last))
    view.last = MAX (span.last, view.first);
  return view;
}

DemScene *
dem_timeline_scene_new (const DemSceneInput *input)
{
  return dem_timeline_scene_new_grouped (input, DEM_GROUPING_NONE);
}

DemScene *
dem_timeline_scene_new_grouped (const DemSceneInput *input, DemEventGrouping grouping)
{
  g_autoptr (DemTimelineIndex) index = NULL;
  g_autoptr (DemEventGroups) groups = NULL;
  g_autoptr (DemLaneMemory) memory = NULL;
  g_autoptr (DemLabelCache) labels = dem_label_cache_new ();
  DemTimelineOptions options;
  DemPeriod view;
  DemScene *scene;

  g_return_val_if_fail (input != NULL, NULL);

  index = dem_timeline_index_new (input->dossier, dem_focus_get_scenario (input->focus));
  groups = dem_event_groups_new (index, grouping);
  if (groups != NULL)
    memory = dem_lane_memory_new (groups);
  view = finite_view (input);
  options = (DemTimelineOptions){ .index = index,
                                  .groups = memory,
                                  .labels = labels,
                                  .first = (double) view.first,
                                  .last = (double) view.last + 1 };
  scene = dem_timeline_scene_new_with_options (input, &options);
  DEM_TIMELINE_SCENE (scene)->own_labels = g_steal_pointer (&labels);
  return scene;
}
