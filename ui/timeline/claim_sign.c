/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/claim_sign.h"

#include <math.h>

/* At text scale 1. */
#define GAP 4.0
#define DOT_RADIUS 1.1
#define SIDE 5.0 /* of the triangle on whose corners the dots stand */

gboolean
dem_claim_sign_is_wanted (const DemTimelineContext *context, DemRef ref)
{
  guint n;
  const DemRef *claims = dem_dossier_backlinks_of (context->dossier, ref, DEM_KIND_CLAIM, &n);

  for (guint i = 0; i < n; i++)
    if (dem_dossier_exists_in (context->dossier, claims[i], context->scenario))
      return TRUE;
  return FALSE;
}

double
dem_claim_sign_width (const DemTimelineContext *context)
{
  return ceil (context->layout.scale * (GAP + SIDE + 2 * DOT_RADIUS));
}

static void
add_dot (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

void
dem_claim_sign_draw (const DemTimelinePainter *painter,
                     double label_end,
                     double middle_y,
                     const GdkRGBA *color,
                     double opacity)
{
  double scale = painter->context->layout.scale;
  double side = SIDE * scale, radius = DOT_RADIUS * scale, height = side * sqrt (3) / 2;
  double x = label_end + GAP * scale + radius;

  dem_timeline_ink (painter, color, opacity);
  add_dot (painter->cr, x, middle_y + height / 2, radius);
  add_dot (painter->cr, x + side, middle_y + height / 2, radius);
  add_dot (painter->cr, x + side / 2, middle_y - height / 2, radius);
  cairo_fill (painter->cr);
}
