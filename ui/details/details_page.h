/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemDetailsPage:
 *
 * All about what is selected, with everything it is connected to as a link; about several items a list, and
 * about nothing the dossier itself. The page is made again before the next frame when the focus changes. When
 * the keyboard was in it, it then stands on the new page's title. A page in which somebody writes waits for that
 * until something else is selected.
 */
#define DEM_TYPE_DETAILS_PAGE (dem_details_page_get_type ())
G_DECLARE_FINAL_TYPE (DemDetailsPage, dem_details_page, DEM, DETAILS_PAGE, GtkWidget)

GtkWidget *dem_details_page_new (void);
void dem_details_page_set_focus (DemDetailsPage *self, DemFocus *focus);

/* Without one claims show starting values; nullable. */
void dem_details_page_set_evaluator (DemDetailsPage *self, DemEvaluator *evaluator);

/* Where starting values and answers to critical questions go; nullable. */
void dem_details_page_set_notebook (DemDetailsPage *self, DemNotebook *notebook);

G_END_DECLS
