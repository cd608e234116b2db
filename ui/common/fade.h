/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/scene.h"

G_BEGIN_DECLS

/* How long one picture takes to give way to the next, in milliseconds. */
#define DEM_FADE_TIME 200

/**
 * DemFade:
 *
 * Lets what a widget drew last fade into what it draws now. What is the same in both does not change while they do, so
 * that only what differs is seen to come and go. A fade that begins during another begins with what is on screen. Where
 * animations are off there is none.
 */
typedef struct _DemFade DemFade;

/* For a widget that outlives it and is drawn anew while a fade lasts. */
DemFade *dem_fade_new (GtkWidget *widget);
void dem_fade_free (DemFade *self);

/* What was drawn last gives way, from now on, to what will be drawn. */
void dem_fade_begin (DemFade *self);

/* At once: what was drawn does not belong to what will be, as when the camera has moved. */
void dem_fade_stop (DemFade *self);

/* Whether two pictures are on screen. */
gboolean dem_fade_is_running (DemFade *self);

/* Draws a scene, over what gives way if there is something. */
void dem_fade_draw (DemFade *self, DemScene *scene, GtkSnapshot *snapshot);

G_END_DECLS
