/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/dossier/ref.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_CHIP_SELECTION,
  DEM_CHIP_NOTE,
  DEM_CHIP_PERSPECTIVE,
  DEM_CHIP_VIEWPOINT,
  DEM_CHIP_PERIOD,
  DEM_CHIP_SCENARIO,
} DemChipKind;

/**
 * DemChip:
 *
 * One thing that is in focus, in words, with a button that takes it out again.
 *
 * Signal: `cleared`, when the button is pressed.
 *
 * CSS: node `chip` with the class `selection`, `note`, `perspective`, `viewpoint`, `period` or `scenario`.
 */
#define DEM_TYPE_CHIP (dem_chip_get_type ())
G_DECLARE_FINAL_TYPE (DemChip, dem_chip, DEM, CHIP, GtkWidget)

/**
 * dem_chip_new:
 * @ref: what it stands for; DEM_REF_NONE for a period
 * @icon: (nullable): icon name
 * @text: words
 * @clear: (nullable): what its button does, in words, for the screen reader; without it there is no button
 */
GtkWidget *dem_chip_new (DemChipKind kind, DemRef ref, const char *icon, const char *text, const char *clear);

DemChipKind dem_chip_get_kind (DemChip *self);
DemRef dem_chip_get_ref (DemChip *self);
const char *dem_chip_get_text (DemChip *self);

G_END_DECLS
