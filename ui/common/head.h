/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/dossier/dossier.h"
#include "ui/common/palette.h"

G_BEGIN_DECLS

/* A head stands for an actor where there is no room for a name: initials in a shape that tells what kind of actor it is. */

/* The first letters of the first word and of the second that begins with a capital: "KJ" for "Kim Jong-un". (transfer full) */
char *dem_head_dup_initials (const char *name);

/* The outline of a head, so far outside its box, as path: person and state round, organisation square, group hexagon. */
void dem_head_trace (cairo_t *cr, DemActorKind kind, const graphene_rect_t *box, double outside);

/* How high a head is in a line of text, in pixels at text scale 1; a group's is wider than high. */
#define DEM_HEAD_SIZE 16.0

double dem_head_get_width (DemActorKind kind);

/**
 * dem_head_paint:
 * @scale: 1 at the normal size of text
 * @marked: whether it stands out from others
 *
 * Draws an actor's head around a point.
 */
void dem_head_paint (GtkSnapshot *snapshot, PangoContext *pango, DemDossier *dossier, guint32 actor, double x, double y,
                     double scale, gboolean marked, const DemPalette *palette);

/**
 * DemHeadIcon: a head as a widget, with the actor's name as tooltip. Its accessible role is IMG, its name the actor's.
 */
#define DEM_TYPE_HEAD_ICON (dem_head_icon_get_type ())
G_DECLARE_FINAL_TYPE (DemHeadIcon, dem_head_icon, DEM, HEAD_ICON, GtkWidget)

GtkWidget *dem_head_icon_new (void);

/* @actor: index, or DEM_NO_INDEX for nobody: then nothing is shown */
void dem_head_icon_set (DemHeadIcon *self, DemDossier *dossier, guint32 actor, gboolean marked);

G_END_DECLS
