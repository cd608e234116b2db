/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/nothing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BUTTON_ROOM 42.0 /* under the words */

struct _DemNothing
{
  const DemTimelineContext *context;
  char *text;
};

gboolean
dem_nothing_is_all (const DemTimelineIndex *index)
{
  return index->events->len == 0 && index->stretches->len == 0;
}

static char *
dup_text (const DemTimelineContext *context)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (dem_nothing_is_all (context->index))
    return g_strdup (_ ("This dossier has no dated events"));
  first = dem_day_format ((DemDay) floor (context->layout.axis.first));
  last = dem_day_format ((DemDay) ceil (context->layout.axis.last) - 1);
  if (g_str_equal (first, last))
    /* Translators: the argument is a day */
    return g_strdup_printf (_ ("No events on %s"), first);
  /* Translators: the arguments are days, the first and the last in view */
  return g_strdup_printf (_ ("No events between %1$s and %2$s"), first, last);
}

DemNothing *
dem_nothing_new (const DemTimelineContext *context)
{
  DemNothing *self = g_new (DemNothing, 1);

  *self = (DemNothing){ .context = context, .text = dup_text (context) };
  return self;
}

void
dem_nothing_free (DemNothing *self)
{
  g_free (self->text);
  g_free (self);
}

const char *
dem_nothing_get_text (DemNothing *self)
{
  return self->text;
}

static const DemLabel *
get_label (DemNothing *self)
{
  const DemTimelineLayout *layout = &self->context->layout;

  return dem_label_cache_get (self->context->labels, self->text, DEM_TIMELINE_TEXT, DEM_TEXT_NORMAL,
                              layout->right - layout->left);
}

/* In the middle of the events and bands; over a history that is opened. */
graphene_rect_t
dem_nothing_get_bounds (DemNothing *self)
{
  const DemTimelineLayout *layout = &self->context->layout;
  const DemLabel *label = get_label (self);
  double bottom = layout->chart_height > 0 ? layout->lanes_bottom : layout->overview_top;
  double x = (layout->left + layout->right - label->width) / 2;
  double y = (layout->lanes_top + bottom - label->height - BUTTON_ROOM) / 2;

  return GRAPHENE_RECT_INIT ((float) round (MAX (x, layout->left)), (float) round (MAX (y, layout->lanes_top)),
                             (float) label->width, (float) label->height);
}

void
dem_nothing_draw_texts (DemNothing *self, const DemTimelinePainter *painter)
{
  graphene_rect_t bounds = dem_nothing_get_bounds (self);

  dem_timeline_text (painter, get_label (self), bounds.origin.x, bounds.origin.y, &self->context->palette->dim, 1);
}
