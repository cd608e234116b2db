/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* DemPin: where a reader has put an actor. */
typedef struct
{
  double x, y;
} DemPin;

/**
 * DemPins: actors' ids → where they are pinned.
 */
typedef struct _DemPins DemPins;

DemPins *dem_pins_new (void);
/* (transfer full) */
DemPins *dem_pins_copy (const DemPins *self);
void dem_pins_free (DemPins *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemPins, dem_pins_free)

gboolean dem_pins_equal (const DemPins *a, const DemPins *b);
guint dem_pins_count (const DemPins *self);

/* (nullable): owned by the pins, until the next change */
const DemPin *dem_pins_get (const DemPins *self, const char *actor);

/* Pins an actor, or unpins it when @pin is NULL. FALSE when it was so already. */
gboolean dem_pins_set (DemPins *self, const char *actor, const DemPin *pin);

/* The ids of all pinned actors, sorted, NULL-terminated. Free the array with g_free(), the strings are the
 * pins'. */
const char **dem_pins_list (const DemPins *self);

G_END_DECLS
