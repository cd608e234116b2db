/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dem_map_draw_text:
 * @halo: what lies around the text, so far out as @width says, in pixels
 * @scale_factor: of the screen, for which the halo is drawn once and kept with the layout; 0 draws it as a
 * path, for paper
 *
 * Text over a halo. Stroking the outlines of letters is the dearest thing on a moving map, so it is done
 * once.
 */
void dem_map_draw_text (GtkSnapshot *snapshot,
                        PangoLayout *layout,
                        double x,
                        double y,
                        const GdkRGBA *color,
                        const GdkRGBA *halo,
                        double width,
                        int scale_factor);

G_END_DECLS
