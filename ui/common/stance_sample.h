/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/common/stance.h"

G_BEGIN_DECLS

/**
 * DemStanceSample: a short piece of the line that stands for a stance. Its accessible role is IMG, its name
 * the word.
 */
#define DEM_TYPE_STANCE_SAMPLE (dem_stance_sample_get_type ())
G_DECLARE_FINAL_TYPE (DemStanceSample, dem_stance_sample, DEM, STANCE_SAMPLE, GtkWidget)

GtkWidget *dem_stance_sample_new (DemStance stance);

G_END_DECLS
