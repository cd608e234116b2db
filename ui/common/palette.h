/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * DemPalette:
 *
 * The colours of everything that is drawn; the same tables as the style sheets' (a test compares them). Stance classes
 * run from 0 (hostile) to 4 (allied), see stance.h.
 */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  GdkRGBA ink, dim, accent, side;
  GdkRGBA sea, view;
  GdkRGBA land, land_actor, land_selected, border;
  GdkRGBA head, on_head;
  GdkRGBA track;
  GdkRGBA scenario, scenario_bg;
  GdkRGBA note, note_outline, note_bg;
  GdkRGBA note_colour[5]; /* those a reader chooses from, in the order of DemNoteColour; the first is `note` */
  GdkRGBA stance[5];
  GdkRGBA selection;      /* @accent_bg_color */
  double dim_text;        /* opacity of what is dimmed: text and markers */
  double dim_arc;
  double dim_band;
} DemPalette;

const DemPalette *dem_palette_get (gboolean dark, gboolean high_contrast);

G_END_DECLS
