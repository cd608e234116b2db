/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/outline.h"
#include "ui/common/palette.h"

G_BEGIN_DECLS

/* Half of a sign's width, in pixels at text scale 1. */
#define DEM_SIGN_RADIUS 8.5

/**
 * dem_sign_paint:
 * @scale: 1 at the normal size of text
 *
 * Draws how a claim bears on its parent around a point: + in a circle (for), − in an octagon (against), × in
 * a circle (breaks the link). Shape and glyph tell what colour tells. Nothing is drawn for a thesis or for no
 * sign.
 */
void dem_sign_paint (
    GtkSnapshot *snapshot, DemSign sign, double x, double y, double scale, const DemPalette *palette);

/* The colour of a sign: those of the two stances beside neutral. */
const GdkRGBA *dem_sign_get_color (DemSign sign, const DemPalette *palette);

/* "for", "against", "breaks the link", translated; what a screen reader says. Static. */
const char *dem_sign_get_word (DemSign sign);

/**
 * DemSignIcon: a sign as a widget. Its accessible role is IMG, its name the sign's word.
 */
#define DEM_TYPE_SIGN_ICON (dem_sign_icon_get_type ())
G_DECLARE_FINAL_TYPE (DemSignIcon, dem_sign_icon, DEM, SIGN_ICON, GtkWidget)

GtkWidget *dem_sign_icon_new (DemSign sign);

G_END_DECLS
