/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/**
 * DemSign: how a claim bears on what it stands under.
 */
typedef enum
{
  DEM_SIGN_NONE, /* it stands under nothing */
  DEM_SIGN_THESIS,
  DEM_SIGN_FOR,
  DEM_SIGN_AGAINST,
  DEM_SIGN_UNDERCUT, /* it breaks the link between a reason and what the reason is for */
} DemSign;

#define DEM_NO_NODE G_MAXUINT32

/**
 * DemOutlineNode:
 * @claim: index of the claim
 * @inference: index of the step by which it bears on its parent; DEM_NO_INDEX for roots
 * @parent: the node it hangs under; DEM_NO_NODE for roots
 * @end: one past its last descendant, so that a node with end == index + 1 has none
 * @depth: 0 for a thesis, 1 for its reasons and for claims that hang under nothing
 * @n_children: nodes directly under it: what folding it hides first
 * @sign: DemSign
 * @linked_previous: with the sibling before it one premise of the same step: neither counts alone
 * @linked_next: the same of the sibling after it
 * @is_reference: the claim is used here again; its reasons stand where dem_outline_find_claim() says
 */
typedef struct
{
  guint32 claim;
  guint32 inference;
  guint32 parent;
  guint32 end;
  guint32 depth;
  guint32 n_children;
  guint8 sign;
  gboolean linked_previous : 1;
  gboolean linked_next : 1;
  gboolean is_reference : 1;
} DemOutlineNode;

/**
 * DemOutline:
 *
 * The argument as an indented list, in reading order: each thesis with its reasons for, then against; beneath
 * each reason first what breaks its link, then its own reasons; at the end the claims that hang under
 * nothing. A claim stands in full once, where it is nearest to a root, and is referred to elsewhere, so that
 * circles end. Only what exists in the scenario takes part; a step takes part when all of its premises do.
 * Immutable, reference counted, made in time linear in the number of premises.
 */
typedef struct _DemOutline DemOutline;

/* The outline of a dossier in a scenario (index, or DEM_NO_INDEX for none). */
DemOutline *dem_outline_new (DemDossier *dossier, guint32 scenario);

/**
 * dem_outline_new_of:
 * @whole: of everything
 * @actor: index of somebody who asserts claims
 *
 * What leads to an actor's claims: they, what they stand under, the premises linked with any of these, and theses.
 */
DemOutline *dem_outline_new_of (DemOutline *whole, guint32 actor);

DemOutline *dem_outline_ref (DemOutline *self);
void dem_outline_unref (DemOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemOutline, dem_outline_unref)

DemDossier *dem_outline_get_dossier (DemOutline *self);
guint32 dem_outline_get_scenario (DemOutline *self);

guint dem_outline_get_n_nodes (DemOutline *self);
const DemOutlineNode *dem_outline_get_node (DemOutline *self, guint32 index);

/* Where a claim stands in full, or DEM_NO_NODE when it does not exist in the scenario. */
guint32 dem_outline_find_claim (DemOutline *self, guint32 claim);

/* The first premise of a step, or DEM_NO_NODE when the step is not shown. */
guint32 dem_outline_find_inference (DemOutline *self, guint32 inference);

/**
 * dem_outline_starts_section:
 *
 * Whether a heading ("Reasons for", "Reasons against", "Other claims") belongs above the node: it is the
 * first of its sign under a thesis, or the first that hangs under nothing.
 */
gboolean dem_outline_starts_section (DemOutline *self, guint32 index);

G_END_DECLS
