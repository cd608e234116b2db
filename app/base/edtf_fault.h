/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf.h"

G_BEGIN_DECLS

/**
 * DemEdtfFault:
 *
 * What keeps a text from being read as EDTF; private to the EDTF reader. Each has one error code and one
 * sentence.
 */
typedef enum
{
  DEM_EDTF_FAULT_NONE,
  DEM_EDTF_FAULT_EMPTY,
  DEM_EDTF_FAULT_CHARACTER,
  DEM_EDTF_FAULT_SPACE,
  DEM_EDTF_FAULT_LOWER_CASE,
  DEM_EDTF_FAULT_DASH,
  DEM_EDTF_FAULT_OLD_WORD,
  DEM_EDTF_FAULT_YEAR_DIGITS,
  DEM_EDTF_FAULT_YEAR_LONG,
  DEM_EDTF_FAULT_YEAR_Y,
  DEM_EDTF_FAULT_YEAR_ONLY,
  DEM_EDTF_FAULT_MINUS_ZERO,
  DEM_EDTF_FAULT_TWO_DIGITS,
  DEM_EDTF_FAULT_SEASON_DAY,
  DEM_EDTF_FAULT_EXPONENT,
  DEM_EDTF_FAULT_SIGNIFICANT,
  DEM_EDTF_FAULT_QUALIFIERS,
  DEM_EDTF_FAULT_TIME,
  DEM_EDTF_FAULT_TIME_OF_VAGUE,
  DEM_EDTF_FAULT_NOTHING_KNOWN,
  DEM_EDTF_FAULT_DOTS,
  DEM_EDTF_FAULT_SLASH_IN_SET,
  DEM_EDTF_FAULT_SECOND_SLASH,
  DEM_EDTF_FAULT_EMPTY_MEMBER,
  DEM_EDTF_FAULT_OPEN_MEMBER,
  DEM_EDTF_FAULT_UNCLOSED,
  DEM_EDTF_FAULT_AFTER_SET,
  DEM_EDTF_FAULT_YEAR_RANGE,
  DEM_EDTF_FAULT_MONTH_RANGE,
  DEM_EDTF_FAULT_DAY_RANGE,
  DEM_EDTF_FAULT_TIME_RANGE,
  DEM_EDTF_FAULT_ORDER,
  DEM_EDTF_N_FAULTS,
} DemEdtfFault;

/* Sets @error to the fault's code and sentence, quoting the beginning of @text, which may be any bytes. */
void dem_edtf_fault_set_error (DemEdtfFault fault, const char *text, GError **error);

G_END_DECLS
