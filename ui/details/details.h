/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/argument/outline.h"
#include "app/focus/focus.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemDetails:
 * @notebook: (nullable): what the reader adds
 * @box: where the parts of the page are put, from top to bottom
 * @evaluator: (nullable): has strengths of @dossier, or is %NULL
 *
 * What a page of details is built from.
 */
typedef struct
{
  DemFocus *focus;
  DemDossier *dossier;
  GtkBox *box;
  DemEvaluator *evaluator;
  DemNotebook *notebook;
  guint32 scenario;
  DemPeriod period;
  DemDay moment; /* for which stances are told */
} DemDetails;

/* Fills a page for the item of one kind that has an index. */
typedef void (*DemDetailsBuilder) (const DemDetails *details, guint32 index);

void dem_details_build_source (const DemDetails *details, guint32 index);
void dem_details_build_paragraph (const DemDetails *details, guint32 index);
void dem_details_build_place (const DemDetails *details, guint32 index);
void dem_details_build_actor (const DemDetails *details, guint32 index);
void dem_details_build_pair (const DemDetails *details, guint32 index);
void dem_details_build_relation (const DemDetails *details, guint32 index);
void dem_details_build_event (const DemDetails *details, guint32 index);
void dem_details_build_claim (const DemDetails *details, guint32 index);
void dem_details_build_inference (const DemDetails *details, guint32 index);
void dem_details_build_scenario (const DemDetails *details, guint32 index);
void dem_details_build_stop (const DemDetails *details, guint32 index);

/* The dossier itself, when nothing is selected; and a list, when several items are. */
void dem_details_build_dossier (const DemDetails *details);
void dem_details_build_several (const DemDetails *details, const DemRef *selection, guint n);

/**
 * DemDetailsEntry: a row of a section.
 * @ref: what it shows and selects
 * @from: for a pair, the actor whose page it stands on, so that only the other is named; else DEM_REF_NONE
 * @sign: how it bears on the page's item, DEM_SIGN_NONE where that is not told
 * @value: shown in place of a claim's starting value, as the scenario's; NAN for none
 * @current: the phase that says how things stand at the moment; for a pair, that phase is told with its date and
 * citations
 */
typedef struct
{
  DemRef ref;
  DemRef from;
  DemSign sign;
  double value;
  gboolean current;
} DemDetailsEntry;

G_END_DECLS
