/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/paint.h"

G_BEGIN_DECLS

/* A text ready to be drawn, owned by the cache; width and height in pixels. */
typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
} DemLabel;

/**
 * DemLabelCache:
 *
 * Measuring a text takes a hundred times as long as drawing it, and a timeline that moves shows the same texts again. The
 * cache forgets everything when the fonts change, and when it has grown beyond what a picture can hold.
 */
typedef struct _DemLabelCache DemLabelCache;

DemLabelCache *dem_label_cache_new (void);
void dem_label_cache_free (DemLabelCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemLabelCache, dem_label_cache_free)

/* Which context texts are made in from now on. Call this before a scene is laid out. */
void dem_label_cache_begin (DemLabelCache *self, PangoContext *pango);

/* Another number whenever the fonts have changed. */
guint dem_label_cache_get_fonts (DemLabelCache *self);

/**
 * dem_label_cache_get:
 * @max_width: pixels after which it is cut with an ellipsis, 0 for none
 *
 * (transfer none): valid until the next dem_label_cache_begin(); take a reference on the layout to keep it.
 */
const DemLabel *dem_label_cache_get (DemLabelCache *self, const char *text, double points, DemTextStyle style,
                                     double max_width);

G_END_DECLS
