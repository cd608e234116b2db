/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "ui/common/palette.h"

G_BEGIN_DECLS

/**
 * DemStance: the five classes of a stance, and the style of what exists only in a scenario.
 */
typedef enum
{
  DEM_STANCE_HOSTILE,
  DEM_STANCE_STRAINED,
  DEM_STANCE_TRANSACTIONAL,
  DEM_STANCE_FRIENDLY,
  DEM_STANCE_ALLIED,
  DEM_STANCE_HYPOTHETICAL,
  DEM_STANCE_NONE, /* a relation that says nothing of closeness: a thin dim line */
} DemStance;

/* The class of a stance from -1 to 1 (cut at ±0.2 and ±0.6); NONE for NAN. */
DemStance dem_stance_classify (double stance);

/* "Allied", "Friendly"… for a person, and the sign that stands for it in text ("++", "+", "0", "−", "− −"). Static. */
const char *dem_stance_get_word (DemStance stance);
const char *dem_stance_get_sign (DemStance stance);

const GdkRGBA *dem_stance_get_color (DemStance stance, const DemPalette *palette);

/**
 * dem_stance_stroke:
 * @background: what shows through the core of a double line
 * @scale: of all widths and dashes, 1 for an arc
 *
 * Strokes the context's current path in the line style of a stance (visual.md § 3) and clears the path. The barbs of a
 * hostile line stand square to the path, which may be curved.
 */
void dem_stance_stroke (cairo_t *cr, DemStance stance, const DemPalette *palette, const GdkRGBA *background,
                        double opacity, double scale);

G_END_DECLS
