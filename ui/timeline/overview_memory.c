/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/overview_memory.h"

/* What the strip depends on. */
typedef struct
{
  const DemTimelineIndex *index;
  const DemPalette *palette;
  DemAxis axis;
  double width, top, bottom;
  DemDay today;
  guint fonts;
  gboolean mirrored;
} Look;

struct _DemOverviewMemory
{
  GskRenderNode *node;
  DemTimelineIndex *index; /* held, so that no other can have its address */
  Look look;
};

DemOverviewMemory *
dem_overview_memory_new (void)
{
  return g_new0 (DemOverviewMemory, 1);
}

void
dem_overview_memory_free (DemOverviewMemory *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->index, dem_timeline_index_unref);
  g_free (self);
}

static Look
get_look (const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = painter->context;
  const DemTimelineLayout *layout = &context->layout;

  return (Look){ .index = context->index,
                 .palette = context->palette,
                 .axis = layout->overview,
                 .width = layout->width,
                 .top = layout->overview_top,
                 .bottom = layout->overview_bottom,
                 .today = context->today,
                 .fonts = dem_label_cache_get_fonts (context->labels),
                 .mirrored = painter->mirrored };
}

static gboolean
look_equal (const Look *a, const Look *b)
{
  return a->index == b->index && a->palette == b->palette && a->axis.first == b->axis.first
         && a->axis.last == b->axis.last && a->axis.left == b->axis.left && a->axis.width == b->axis.width
         && a->width == b->width && a->top == b->top && a->bottom == b->bottom && a->today == b->today
         && a->fonts == b->fonts && a->mirrored == b->mirrored;
}

GskRenderNode *
dem_overview_memory_get (DemOverviewMemory *self, const DemTimelinePainter *painter, DemOverviewMake make)
{
  Look look = get_look (painter);

  if (self->node == NULL || !look_equal (&look, &self->look))
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      g_clear_pointer (&self->index, dem_timeline_index_unref);
      self->node = make (painter);
      self->index = dem_timeline_index_ref (painter->context->index);
      self->look = look;
    }
  return gsk_render_node_ref (self->node);
}
