/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/outline.h"

G_BEGIN_DECLS

/**
 * DemClaimMapBox: a claim that is shown.
 * @node: where it stands in full in the outline
 * @n_reasons: steps that bear on it directly, shown or not
 * @is_open: they are shown
 * @is_thesis: the argument is about it
 * @stands_alone: nothing bears on it, and it bears on nothing
 */
typedef struct
{
  guint32 claim;
  guint32 node;
  guint32 n_reasons;
  gboolean is_open : 1;
  gboolean is_thesis : 1;
  gboolean stands_alone : 1;
} DemClaimMapBox;

/**
 * DemClaimMapStep: an inference that is shown, by which claims bear on something that is shown.
 * @sign: DEM_SIGN_FOR, DEM_SIGN_AGAINST or DEM_SIGN_UNDERCUT
 * @to: a box, or for an undercut a step before this one
 * @first: (and @n_from): its premises, boxes, see dem_claim_map_get_premise()
 */
typedef struct
{
  guint32 inference;
  guint32 sign;
  guint32 to;
  guint32 first;
  guint32 n_from;
} DemClaimMapStep;

/**
 * DemClaimMap:
 *
 * Which claims and steps an argument map shows: each thesis, whatever nothing leads to, and the reasons of
 * every claim that is unfolded, with what breaks their links. Each claim is there once, however many bear on
 * each other, so that circles end. Immutable, reference counted, made in time linear in what is shown.
 */
typedef struct _DemClaimMap DemClaimMap;

/**
 * dem_claim_map_new:
 * @is_open: by claim: whether its reasons are shown; %NULL for those of all
 */
DemClaimMap *dem_claim_map_new (DemOutline *outline, const gboolean *is_open);

/* One that shows nothing. */
DemClaimMap *dem_claim_map_new_empty (DemOutline *outline);
DemClaimMap *dem_claim_map_ref (DemClaimMap *self);
void dem_claim_map_unref (DemClaimMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemClaimMap, dem_claim_map_unref)

DemOutline *dem_claim_map_get_outline (DemClaimMap *self);

guint dem_claim_map_count_boxes (DemClaimMap *self);
const DemClaimMapBox *dem_claim_map_get_box (DemClaimMap *self, guint box);
guint dem_claim_map_count_steps (DemClaimMap *self);
const DemClaimMapStep *dem_claim_map_get_step (DemClaimMap *self, guint step);
guint32 dem_claim_map_get_premise (DemClaimMap *self, guint premise);

/* The box of a claim, or the step of an inference; DEM_NO_NODE when it is not shown. */
guint32 dem_claim_map_find_claim (DemClaimMap *self, guint32 claim);
guint32 dem_claim_map_find_inference (DemClaimMap *self, guint32 inference);

/* The box or step to which a step leads in the end: the claim whose reasons it belongs to. */
guint32 dem_claim_map_get_root (DemClaimMap *self, guint step);

/**
 * dem_claim_map_get_default_open:
 *
 * By claim of the outline's dossier, whether its reasons are shown until somebody says otherwise: those of
 * each thesis and of the reasons of a thesis. Returns: (transfer full)
 */
gboolean *dem_claim_map_get_default_open (DemOutline *outline);

/**
 * dem_claim_map_reveal:
 * @is_open: by claim; opened are the claims under which @ref stands in the outline
 * @ref: a claim or an inference; anything else is nowhere
 *
 * Unfolds what hides a claim or a step. Returns: whether anything was folded.
 */
gboolean dem_claim_map_reveal (DemOutline *outline, gboolean *is_open, DemRef ref);

G_END_DECLS
