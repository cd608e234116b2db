/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf.h"

#include <stdio.h>
#include <string.h>

/* Of a date that is no interval a qualifier concerns both ends. */
#define ABOUT (DEM_EDTF_START_APPROXIMATE | DEM_EDTF_END_APPROXIMATE)
#define PERHAPS (DEM_EDTF_START_UNCERTAIN | DEM_EDTF_END_UNCERTAIN)
#define SOME (DEM_EDTF_START_UNSPECIFIED | DEM_EDTF_END_UNSPECIFIED)
#define SLASH DEM_EDTF_INTERVAL
#define ONE_OF DEM_EDTF_ONE_OF
#define ALL_OF DEM_EDTF_ALL_OF

typedef struct
{
  const char *text;
  const char *bounds; /* "FROM TO", or "FROM TO / FROM TO" for different ends; -inf, +inf and ? are the
                         special days */
  guint32 flags;
  guint32 precision;
} Good;

/* clang-format off: a table */
static const Good good[] = {
  /* Level 0: dates */
  { "1985-04-12", "1985-04-12 1985-04-12", 0, DEM_PRECISION_DAY },
  { "1985-04", "1985-04-01 1985-04-30", 0, DEM_PRECISION_MONTH },
  { "1985", "1985-01-01 1985-12-31", 0, DEM_PRECISION_YEAR },
  { "2018-02", "2018-02-01 2018-02-28", 0, DEM_PRECISION_MONTH },
  { "2020-02", "2020-02-01 2020-02-29", 0, DEM_PRECISION_MONTH },
  { "1900-02", "1900-02-01 1900-02-28", 0, DEM_PRECISION_MONTH },
  { "2000-02-29", "2000-02-29 2000-02-29", 0, DEM_PRECISION_DAY },
  { "2018-12-31", "2018-12-31 2018-12-31", 0, DEM_PRECISION_DAY },
  { "0000", "0-01-01 0-12-31", 0, DEM_PRECISION_YEAR },
  { "0000-02-29", "0-02-29 0-02-29", 0, DEM_PRECISION_DAY },
  { "0001-01-01", "1-01-01 1-01-01", 0, DEM_PRECISION_DAY },
  { "0476", "476-01-01 476-12-31", 0, DEM_PRECISION_YEAR },
  { "9999", "9999-01-01 9999-12-31", 0, DEM_PRECISION_YEAR },

  /* Level 0: date and time, of which the day counts */
  { "1985-04-12T23:20:30", "1985-04-12 1985-04-12", 0, DEM_PRECISION_DAY },
  { "1985-04-12T23:20:30Z", "1985-04-12 1985-04-12", 0, DEM_PRECISION_DAY },
  { "1985-04-12T23:20:30-04", "1985-04-12 1985-04-12", 0, DEM_PRECISION_DAY },
  { "1985-04-12T23:20:30+04:30", "1985-04-12 1985-04-12", 0, DEM_PRECISION_DAY },
  { "1985-04-12T00:00:00+14:00", "1985-04-12 1985-04-12", 0, DEM_PRECISION_DAY },
  { "2016-12-31T23:59:60Z", "2016-12-31 2016-12-31", 0, DEM_PRECISION_DAY },
  { "-0043-03-15T12:00:00", "-43-03-15 -43-03-15", 0, DEM_PRECISION_DAY },

  /* Level 0: intervals */
  { "1964/2008", "1964-01-01 1964-12-31 / 2008-01-01 2008-12-31", SLASH, DEM_PRECISION_YEAR },
  { "2004-06/2006-08", "2004-06-01 2004-06-30 / 2006-08-01 2006-08-31", SLASH, DEM_PRECISION_MONTH },
  { "2004-02-01/2005-02-08", "2004-02-01 2004-02-01 / 2005-02-08 2005-02-08", SLASH, DEM_PRECISION_DAY },
  { "2004-02-01/2005-02", "2004-02-01 2004-02-01 / 2005-02-01 2005-02-28", SLASH, DEM_PRECISION_MONTH },
  { "2004-02-01/2005", "2004-02-01 2004-02-01 / 2005-01-01 2005-12-31", SLASH, DEM_PRECISION_YEAR },
  { "2005/2006-02", "2005-01-01 2005-12-31 / 2006-02-01 2006-02-28", SLASH, DEM_PRECISION_YEAR },
  { "0000/0000", "0-01-01 0-12-31 / 0-01-01 0-12-31", SLASH, DEM_PRECISION_YEAR },
  { "-0012/0014", "-12-01-01 -12-12-31 / 14-01-01 14-12-31", SLASH, DEM_PRECISION_YEAR },
  { "2018-03-09/2018-03-09", "2018-03-09 2018-03-09 / 2018-03-09 2018-03-09", SLASH, DEM_PRECISION_DAY },
  { "2018-03-09T10:00:00Z/2018-03-10T09:00:00Z", "2018-03-09 2018-03-09 / 2018-03-10 2018-03-10", SLASH,
    DEM_PRECISION_DAY },
  /* Each end keeps the other in its place. */
  { "2018/2018-03", "2018-01-01 2018-03-31 / 2018-03-01 2018-03-31", SLASH, DEM_PRECISION_YEAR },
  { "2018-03/2018", "2018-03-01 2018-03-31 / 2018-03-01 2018-12-31", SLASH, DEM_PRECISION_YEAR },

  /* Level 1: years with a letter, years before 0 */
  { "Y170000002", "170000002-01-01 170000002-12-31", 0, DEM_PRECISION_YEAR },
  { "Y-170000002", "-170000002-01-01 -170000002-12-31", 0, DEM_PRECISION_YEAR },
  { "Y10000", "10000-01-01 10000-12-31", 0, DEM_PRECISION_YEAR },
  { "Y999999999", "999999999-01-01 999999999-12-31", 0, DEM_PRECISION_YEAR },
  { "Y-999999999", "-999999999-01-01 -999999999-12-31", 0, DEM_PRECISION_YEAR },
  { "Y12018~", "12017-01-01 12019-12-31", ABOUT, DEM_PRECISION_YEAR },
  { "Y-10000/-5000", "-10000-01-01 -10000-12-31 / -5000-01-01 -5000-12-31", SLASH, DEM_PRECISION_YEAR },
  { "-1985", "-1985-01-01 -1985-12-31", 0, DEM_PRECISION_YEAR },
  { "-0043", "-43-01-01 -43-12-31", 0, DEM_PRECISION_YEAR },
  { "-0043-03-15", "-43-03-15 -43-03-15", 0, DEM_PRECISION_DAY },
  { "-0004-02-29", "-4-02-29 -4-02-29", 0, DEM_PRECISION_DAY },

  /* Level 1: seasons */
  { "2001-21", "2001-03-01 2001-05-31", 0, DEM_PRECISION_SEASON },
  { "2001-22", "2001-06-01 2001-08-31", 0, DEM_PRECISION_SEASON },
  { "2001-23", "2001-09-01 2001-11-30", 0, DEM_PRECISION_SEASON },
  { "2001-24", "2001-12-01 2002-02-28", 0, DEM_PRECISION_SEASON },
  { "2003-24", "2003-12-01 2004-02-29", 0, DEM_PRECISION_SEASON },
  { "-0001-24", "-1-12-01 0-02-29", 0, DEM_PRECISION_SEASON },
  { "2001-21/2003-23", "2001-03-01 2001-05-31 / 2003-09-01 2003-11-30", SLASH, DEM_PRECISION_SEASON },

  /* Level 2: divisions of a year */
  { "2001-25", "2001-03-01 2001-05-31", 0, DEM_PRECISION_SEASON },
  { "2001-26", "2001-06-01 2001-08-31", 0, DEM_PRECISION_SEASON },
  { "2001-27", "2001-09-01 2001-11-30", 0, DEM_PRECISION_SEASON },
  { "2001-28", "2001-12-01 2002-02-28", 0, DEM_PRECISION_SEASON },
  { "2001-29", "2001-09-01 2001-11-30", 0, DEM_PRECISION_SEASON },
  { "2001-30", "2001-12-01 2002-02-28", 0, DEM_PRECISION_SEASON },
  { "2001-31", "2001-03-01 2001-05-31", 0, DEM_PRECISION_SEASON },
  { "2001-32", "2001-06-01 2001-08-31", 0, DEM_PRECISION_SEASON },
  { "2001-33", "2001-01-01 2001-03-31", 0, DEM_PRECISION_SEASON },
  { "2001-34", "2001-04-01 2001-06-30", 0, DEM_PRECISION_SEASON },
  { "2001-35", "2001-07-01 2001-09-30", 0, DEM_PRECISION_SEASON },
  { "2001-36", "2001-10-01 2001-12-31", 0, DEM_PRECISION_SEASON },
  { "2001-37", "2001-01-01 2001-04-30", 0, DEM_PRECISION_SEASON },
  { "2001-38", "2001-05-01 2001-08-31", 0, DEM_PRECISION_SEASON },
  { "2001-39", "2001-09-01 2001-12-31", 0, DEM_PRECISION_SEASON },
  { "2001-40", "2001-01-01 2001-06-30", 0, DEM_PRECISION_SEASON },
  { "2001-41", "2001-07-01 2001-12-31", 0, DEM_PRECISION_SEASON },

  /* Level 1: qualifiers of the whole date; about widens by one unit */
  { "1984?", "1984-01-01 1984-12-31", PERHAPS, DEM_PRECISION_YEAR },
  { "1984~", "1983-01-01 1985-12-31", ABOUT, DEM_PRECISION_YEAR },
  { "1984%", "1983-01-01 1985-12-31", ABOUT | PERHAPS, DEM_PRECISION_YEAR },
  { "2004-06?", "2004-06-01 2004-06-30", PERHAPS, DEM_PRECISION_MONTH },
  { "2004-06~", "2004-05-01 2004-07-31", ABOUT, DEM_PRECISION_MONTH },
  { "2004-01~", "2003-12-01 2004-02-29", ABOUT, DEM_PRECISION_MONTH },
  { "2004-12%", "2004-11-01 2005-01-31", ABOUT | PERHAPS, DEM_PRECISION_MONTH },
  { "2004-06-11~", "2004-06-10 2004-06-12", ABOUT, DEM_PRECISION_DAY },
  { "2004-01-01~", "2003-12-31 2004-01-02", ABOUT, DEM_PRECISION_DAY },
  { "2004-06-11%", "2004-06-10 2004-06-12", ABOUT | PERHAPS, DEM_PRECISION_DAY },
  { "2004-06-11?", "2004-06-11 2004-06-11", PERHAPS, DEM_PRECISION_DAY },
  { "2001-21~", "2000-12-01 2001-08-31", ABOUT, DEM_PRECISION_SEASON },
  { "2001-24~", "2001-09-01 2002-05-31", ABOUT, DEM_PRECISION_SEASON },
  { "2001-38~", "2001-01-01 2001-12-31", ABOUT, DEM_PRECISION_SEASON },
  { "2001-41~", "2001-01-01 2002-06-30", ABOUT, DEM_PRECISION_SEASON },
  { "-0043~", "-44-01-01 -42-12-31", ABOUT, DEM_PRECISION_YEAR },
  { "0000~", "-1-01-01 1-12-31", ABOUT, DEM_PRECISION_YEAR },
  { "1950-10/1956~", "1950-10-01 1950-10-31 / 1955-01-01 1957-12-31", SLASH | DEM_EDTF_END_APPROXIMATE,
    DEM_PRECISION_YEAR },
  { "1950?/1956%", "1950-01-01 1950-12-31 / 1955-01-01 1957-12-31",
    SLASH | DEM_EDTF_START_UNCERTAIN | DEM_EDTF_END_UNCERTAIN | DEM_EDTF_END_APPROXIMATE,
    DEM_PRECISION_YEAR },
  { "1984~/2004-06", "1983-01-01 1985-12-31 / 2004-06-01 2004-06-30", SLASH | DEM_EDTF_START_APPROXIMATE,
    DEM_PRECISION_YEAR },
  { "2018~/2017", "2017-01-01 2017-12-31 / 2017-01-01 2017-12-31", SLASH | DEM_EDTF_START_APPROXIMATE,
    DEM_PRECISION_YEAR },

  /* Level 1: unspecified digits from the right */
  { "201X", "2010-01-01 2019-12-31", SOME, DEM_PRECISION_DECADE },
  { "20XX", "2000-01-01 2099-12-31", SOME, DEM_PRECISION_CENTURY },
  { "2004-XX", "2004-01-01 2004-12-31", SOME, DEM_PRECISION_YEAR },
  { "1985-04-XX", "1985-04-01 1985-04-30", SOME, DEM_PRECISION_MONTH },
  { "1985-XX-XX", "1985-01-01 1985-12-31", SOME, DEM_PRECISION_YEAR },
  { "2020-02-XX", "2020-02-01 2020-02-29", SOME, DEM_PRECISION_MONTH },
  { "199X~", "1980-01-01 2009-12-31", SOME | ABOUT, DEM_PRECISION_DECADE },
  { "19XX?", "1900-01-01 1999-12-31", SOME | PERHAPS, DEM_PRECISION_CENTURY },
  { "19XX~", "1800-01-01 2099-12-31", SOME | ABOUT, DEM_PRECISION_CENTURY },
  { "2004-XX~", "2003-01-01 2005-12-31", SOME | ABOUT, DEM_PRECISION_YEAR },
  { "1985-04-XX~", "1985-03-01 1985-05-31", SOME | ABOUT, DEM_PRECISION_MONTH },
  { "-009X", "-99-01-01 -90-12-31", SOME, DEM_PRECISION_DECADE },
  { "-000X", "-9-01-01 -1-12-31", SOME, DEM_PRECISION_DECADE },
  { "198X/1995", "1980-01-01 1989-12-31 / 1995-01-01 1995-12-31", SLASH | DEM_EDTF_START_UNSPECIFIED,
    DEM_PRECISION_DECADE },

  /* Level 2: unspecified digits anywhere */
  { "1XXX", "1000-01-01 1999-12-31", SOME, DEM_PRECISION_MILLENNIUM },
  { "XXXX", "0-01-01 9999-12-31", SOME, DEM_PRECISION_MILLENNIUM },
  { "156X-12-25", "1560-12-25 1569-12-25", SOME, DEM_PRECISION_DECADE },
  { "15XX-12-25", "1500-12-25 1599-12-25", SOME, DEM_PRECISION_CENTURY },
  { "15XX-12-XX", "1500-12-01 1599-12-31", SOME, DEM_PRECISION_CENTURY },
  { "XXXX-12-XX", "0-12-01 9999-12-31", SOME, DEM_PRECISION_MILLENNIUM },
  { "1XXX-XX", "1000-01-01 1999-12-31", SOME, DEM_PRECISION_MILLENNIUM },
  { "1984-1X", "1984-10-01 1984-12-31", SOME, DEM_PRECISION_YEAR },
  { "1984-0X", "1984-01-01 1984-09-30", SOME, DEM_PRECISION_YEAR },
  { "1985-XX-31", "1985-01-31 1985-12-31", SOME, DEM_PRECISION_YEAR },
  { "1985-X1-31", "1985-01-31 1985-01-31", SOME, DEM_PRECISION_YEAR },
  { "1985-04-3X", "1985-04-30 1985-04-30", SOME, DEM_PRECISION_MONTH },
  { "1985-04-X1", "1985-04-01 1985-04-21", SOME, DEM_PRECISION_MONTH },
  { "20XX-02-29", "2000-02-29 2096-02-29", SOME, DEM_PRECISION_CENTURY },
  { "19XX-02-29", "1904-02-29 1996-02-29", SOME, DEM_PRECISION_CENTURY },
  { "-00XX-02-29", "-96-02-29 -4-02-29", SOME, DEM_PRECISION_CENTURY },
  { "X985", "985-01-01 9985-12-31", SOME, DEM_PRECISION_MILLENNIUM },
  { "199X-24", "1990-12-01 2000-02-29", SOME, DEM_PRECISION_DECADE },

  /* Level 1: open and unknown ends */
  { "1985-04-12/..", "1985-04-12 1985-04-12 / +inf +inf", SLASH | DEM_EDTF_END_OPEN, DEM_PRECISION_DAY },
  { "1985-04/..", "1985-04-01 1985-04-30 / +inf +inf", SLASH | DEM_EDTF_END_OPEN, DEM_PRECISION_MONTH },
  { "../1985", "-inf -inf / 1985-01-01 1985-12-31", SLASH | DEM_EDTF_START_OPEN, DEM_PRECISION_YEAR },
  { "1985/", "1985-01-01 1985-12-31 / ? ?", SLASH | DEM_EDTF_END_UNKNOWN, DEM_PRECISION_YEAR },
  { "/1985-04-12", "? ? / 1985-04-12 1985-04-12", SLASH | DEM_EDTF_START_UNKNOWN, DEM_PRECISION_DAY },
  { "1985~/", "1984-01-01 1986-12-31 / ? ?", SLASH | DEM_EDTF_END_UNKNOWN | DEM_EDTF_START_APPROXIMATE,
    DEM_PRECISION_YEAR },
  { "../..", "-inf -inf / +inf +inf", SLASH | DEM_EDTF_START_OPEN | DEM_EDTF_END_OPEN, DEM_PRECISION_DAY },
  { "/..", "? ? / +inf +inf", SLASH | DEM_EDTF_START_UNKNOWN | DEM_EDTF_END_OPEN, DEM_PRECISION_DAY },
  { "../", "-inf -inf / ? ?", SLASH | DEM_EDTF_START_OPEN | DEM_EDTF_END_UNKNOWN, DEM_PRECISION_DAY },

  /* Level 2: qualifiers of a part: after it for all that stands before, before it for itself */
  { "2004-06~-11", "2004-05-11 2004-07-11", ABOUT, DEM_PRECISION_DAY },
  { "2004~-06-11", "2003-06-11 2005-06-11", ABOUT, DEM_PRECISION_DAY },
  { "2004-06-~11", "2004-06-10 2004-06-12", ABOUT, DEM_PRECISION_DAY },
  { "?2004-06-~11", "2004-06-10 2004-06-12", ABOUT | PERHAPS, DEM_PRECISION_DAY },
  { "2004?-06", "2004-06-01 2004-06-30", PERHAPS, DEM_PRECISION_MONTH },
  { "2004?-06-11", "2004-06-11 2004-06-11", PERHAPS, DEM_PRECISION_DAY },
  { "2004-%06-11", "2004-05-11 2004-07-11", ABOUT | PERHAPS, DEM_PRECISION_DAY },
  { "~2004-06", "2003-06-01 2005-06-30", ABOUT, DEM_PRECISION_MONTH },
  { "~2004-06-~11", "2003-06-11 2005-06-11", ABOUT, DEM_PRECISION_DAY },
  { "2004-05~-31", "2004-04-30 2004-06-30", ABOUT, DEM_PRECISION_DAY },
  { "2004~-02-29", "2003-02-28 2005-02-28", ABOUT, DEM_PRECISION_DAY },
  { "2004-02~", "2004-01-01 2004-03-31", ABOUT, DEM_PRECISION_MONTH },
  { "2004-06-~11/2005", "2004-06-10 2004-06-12 / 2005-01-01 2005-12-31", SLASH | DEM_EDTF_START_APPROXIMATE,
    DEM_PRECISION_YEAR },

  /* Level 2: sets */
  { "[2017-05..2017-08]", "2017-05-01 2017-08-31", ONE_OF, DEM_PRECISION_MONTH },
  { "[1667,1668,1670..1672]", "1667-01-01 1672-12-31", ONE_OF, DEM_PRECISION_YEAR },
  { "[1667, 1668, 1670..1672]", "1667-01-01 1672-12-31", ONE_OF, DEM_PRECISION_YEAR },
  { "[1668,1667]", "1667-01-01 1668-12-31", ONE_OF, DEM_PRECISION_YEAR },
  { "[2018-03-09]", "2018-03-09 2018-03-09", ONE_OF, DEM_PRECISION_DAY },
  { "[..1760-12-03]", "-inf 1760-12-03", ONE_OF | DEM_EDTF_START_OPEN, DEM_PRECISION_DAY },
  { "[1760-12..]", "1760-12-01 +inf", ONE_OF | DEM_EDTF_END_OPEN, DEM_PRECISION_MONTH },
  { "[1760-01,1760-02,1760-12..]", "1760-01-01 +inf", ONE_OF | DEM_EDTF_END_OPEN, DEM_PRECISION_MONTH },
  { "[1667,1760-12]", "1667-01-01 1760-12-31", ONE_OF, DEM_PRECISION_YEAR },
  { "[1667~,1700]", "1666-01-01 1700-12-31", ONE_OF | ABOUT, DEM_PRECISION_YEAR },
  { "{1667,1668,1670..1672}", "1667-01-01 1667-12-31 / 1672-01-01 1672-12-31", ALL_OF, DEM_PRECISION_YEAR },
  { "{1960,1961-12}", "1960-01-01 1960-12-31 / 1961-12-01 1961-12-31", ALL_OF, DEM_PRECISION_YEAR },
  { "{1961-12,1960}", "1960-01-01 1960-12-31 / 1961-12-01 1961-12-31", ALL_OF, DEM_PRECISION_YEAR },
  { "{..1983-12-31}", "-inf -inf / 1983-12-31 1983-12-31", ALL_OF | DEM_EDTF_START_OPEN, DEM_PRECISION_DAY },
  { "{1983,1990..}", "1983-01-01 1983-12-31 / +inf +inf", ALL_OF | DEM_EDTF_END_OPEN, DEM_PRECISION_YEAR },
  { "{..1983,1990..}", "-inf -inf / +inf +inf", ALL_OF | DEM_EDTF_START_OPEN | DEM_EDTF_END_OPEN,
    DEM_PRECISION_YEAR },
};
/* clang-format on */

typedef struct
{
  const char *text;
  DemEdtfError code;
} Bad;

/* clang-format off: a table */
static const Bad bad[] = {
  { "", DEM_EDTF_ERROR_SYNTAX },
  { " ", DEM_EDTF_ERROR_SYNTAX },
  { " 2018", DEM_EDTF_ERROR_SYNTAX },
  { "2018 ", DEM_EDTF_ERROR_SYNTAX },
  { "2018\n", DEM_EDTF_ERROR_SYNTAX },
  { "2018 / 2020", DEM_EDTF_ERROR_SYNTAX },
  { "spring 2018", DEM_EDTF_ERROR_SYNTAX },
  { "yesterday", DEM_EDTF_ERROR_SYNTAX },
  { "unknown", DEM_EDTF_ERROR_SYNTAX },
  { "2004/open", DEM_EDTF_ERROR_SYNTAX },
  { "unknown/2004", DEM_EDTF_ERROR_SYNTAX },
  { "2", DEM_EDTF_ERROR_SYNTAX },
  { "19", DEM_EDTF_ERROR_SYNTAX },
  { "199", DEM_EDTF_ERROR_SYNTAX },
  { "19/20", DEM_EDTF_ERROR_SYNTAX },
  { "19850", DEM_EDTF_ERROR_SYNTAX },
  { "19850412", DEM_EDTF_ERROR_SYNTAX },
  { "+1985", DEM_EDTF_ERROR_SYNTAX },
  { "-985", DEM_EDTF_ERROR_SYNTAX },
  { "--1985", DEM_EDTF_ERROR_SYNTAX },
  { "-", DEM_EDTF_ERROR_SYNTAX },
  { "-0000", DEM_EDTF_ERROR_SYNTAX },
  { "Y", DEM_EDTF_ERROR_SYNTAX },
  { "Y-", DEM_EDTF_ERROR_SYNTAX },
  { "Y1985", DEM_EDTF_ERROR_SYNTAX },
  { "Y-1985", DEM_EDTF_ERROR_SYNTAX },
  { "Y01985", DEM_EDTF_ERROR_SYNTAX },
  { "Y1200X", DEM_EDTF_ERROR_SYNTAX },
  { "Y12018-03", DEM_EDTF_ERROR_SYNTAX },
  { "Y-17E7", DEM_EDTF_ERROR_SYNTAX },
  { "Y17E70000", DEM_EDTF_ERROR_SYNTAX },
  { "1950S2", DEM_EDTF_ERROR_SYNTAX },
  { "Y171010000S3", DEM_EDTF_ERROR_SYNTAX },
  { "y170000002", DEM_EDTF_ERROR_SYNTAX },
  { "199x", DEM_EDTF_ERROR_SYNTAX },
  { "199u", DEM_EDTF_ERROR_SYNTAX },
  { "2004-uu", DEM_EDTF_ERROR_SYNTAX },
  { "2018-", DEM_EDTF_ERROR_SYNTAX },
  { "2018-3", DEM_EDTF_ERROR_SYNTAX },
  { "2018-3-9", DEM_EDTF_ERROR_SYNTAX },
  { "2018-03-", DEM_EDTF_ERROR_SYNTAX },
  { "2018-03-9", DEM_EDTF_ERROR_SYNTAX },
  { "2018-03-099", DEM_EDTF_ERROR_SYNTAX },
  { "2018-03-09-01", DEM_EDTF_ERROR_SYNTAX },
  { "2018--03", DEM_EDTF_ERROR_SYNTAX },
  { "2018.03.09", DEM_EDTF_ERROR_SYNTAX },
  { "2018-W10", DEM_EDTF_ERROR_SYNTAX },
  { "03/09/2018", DEM_EDTF_ERROR_SYNTAX },
  { "2001-21-05", DEM_EDTF_ERROR_SYNTAX },
  { "2001-33-XX", DEM_EDTF_ERROR_SYNTAX },
  { "1956?~", DEM_EDTF_ERROR_SYNTAX },
  { "~?1956", DEM_EDTF_ERROR_SYNTAX },
  { "1956!", DEM_EDTF_ERROR_SYNTAX },
  { "?", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23:20", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23:20:30.5", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T232030", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12t23:20:30", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23:20:30z", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23:20:30+", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23:20:30+4", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23:20:30+0400", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12T23:20:30Z?", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12 23:20:30", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04T23:20:30", DEM_EDTF_ERROR_SYNTAX },
  { "1985T23:20:30", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-12?T23:20:30", DEM_EDTF_ERROR_SYNTAX },
  { "1985-04-XXT23:20:30", DEM_EDTF_ERROR_SYNTAX },
  { "/", DEM_EDTF_ERROR_SYNTAX },
  { "..", DEM_EDTF_ERROR_SYNTAX },
  { "//", DEM_EDTF_ERROR_SYNTAX },
  { "2018//2020", DEM_EDTF_ERROR_SYNTAX },
  { "2018/2019/2020", DEM_EDTF_ERROR_SYNTAX },
  { "2018/.", DEM_EDTF_ERROR_SYNTAX },
  { "2018/...", DEM_EDTF_ERROR_SYNTAX },
  { "2018..2020", DEM_EDTF_ERROR_SYNTAX },
  { "2018..", DEM_EDTF_ERROR_SYNTAX },
  { "2018–2020", DEM_EDTF_ERROR_SYNTAX },
  { "2018—", DEM_EDTF_ERROR_SYNTAX },
  { "−0043", DEM_EDTF_ERROR_SYNTAX },
  { "2018,2019", DEM_EDTF_ERROR_SYNTAX },
  { "2018]", DEM_EDTF_ERROR_SYNTAX },
  { "[", DEM_EDTF_ERROR_SYNTAX },
  { "[]", DEM_EDTF_ERROR_SYNTAX },
  { "{}", DEM_EDTF_ERROR_SYNTAX },
  { "[..]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018", DEM_EDTF_ERROR_SYNTAX },
  { "[2018}", DEM_EDTF_ERROR_SYNTAX },
  { "{2018]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018]]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018]?", DEM_EDTF_ERROR_SYNTAX },
  { "[2018,]", DEM_EDTF_ERROR_SYNTAX },
  { "[,2018]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018,,2019]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018/2019]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018;2019]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018..,2020]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018,..2020]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018..2019..2020]", DEM_EDTF_ERROR_SYNTAX },
  { "[[2018]]", DEM_EDTF_ERROR_SYNTAX },
  { "[2018]/2020", DEM_EDTF_ERROR_SYNTAX },
  { "\xff\xfe", DEM_EDTF_ERROR_SYNTAX },
  { "2018\xc3", DEM_EDTF_ERROR_SYNTAX },
  { "٢٠١٨", DEM_EDTF_ERROR_SYNTAX },

  { "2018-00", DEM_EDTF_ERROR_RANGE },
  { "2018-13", DEM_EDTF_ERROR_RANGE },
  { "2018-20", DEM_EDTF_ERROR_RANGE },
  { "2018-42", DEM_EDTF_ERROR_RANGE },
  { "2018-99", DEM_EDTF_ERROR_RANGE },
  { "2018-2X", DEM_EDTF_ERROR_RANGE },
  { "2018-03-00", DEM_EDTF_ERROR_RANGE },
  { "2018-03-32", DEM_EDTF_ERROR_RANGE },
  { "2018-03-4X", DEM_EDTF_ERROR_RANGE },
  { "2018-04-31", DEM_EDTF_ERROR_RANGE },
  { "2018-02-29", DEM_EDTF_ERROR_RANGE },
  { "1900-02-29", DEM_EDTF_ERROR_RANGE },
  { "2018-02-3X", DEM_EDTF_ERROR_RANGE },
  { "XX01-02-29", DEM_EDTF_ERROR_RANGE },
  { "20XX-02-30", DEM_EDTF_ERROR_RANGE },
  { "-0001-02-29", DEM_EDTF_ERROR_RANGE },
  { "2018/2020-02-30", DEM_EDTF_ERROR_RANGE },
  { "[2018,2019-02-29]", DEM_EDTF_ERROR_RANGE },
  { "Y1000000000", DEM_EDTF_ERROR_RANGE },
  { "Y-1000000000", DEM_EDTF_ERROR_RANGE },
  { "Y99999999999999999999999999", DEM_EDTF_ERROR_RANGE },
  { "1985-04-12T24:00:00", DEM_EDTF_ERROR_RANGE },
  { "1985-04-12T23:60:00", DEM_EDTF_ERROR_RANGE },
  { "1985-04-12T23:20:61", DEM_EDTF_ERROR_RANGE },
  { "1985-04-12T23:20:30+15", DEM_EDTF_ERROR_RANGE },
  { "1985-04-12T23:20:30+14:01", DEM_EDTF_ERROR_RANGE },
  { "1985-04-12T23:20:30+02:60", DEM_EDTF_ERROR_RANGE },

  { "2020/2018", DEM_EDTF_ERROR_ORDER },
  { "2018-03/2018-02", DEM_EDTF_ERROR_ORDER },
  { "2018-03-09/2018-03-08", DEM_EDTF_ERROR_ORDER },
  { "2018-03-09/2017", DEM_EDTF_ERROR_ORDER },
  { "-0043/-0044", DEM_EDTF_ERROR_ORDER },
  { "2018~/2016", DEM_EDTF_ERROR_ORDER },
  { "200X/199X", DEM_EDTF_ERROR_ORDER },
  { "[2020..2018]", DEM_EDTF_ERROR_ORDER },
  { "{1667,1672..1670}", DEM_EDTF_ERROR_ORDER },
};
/* clang-format on */

static DemDay
read_day (const char *text)
{
  long year;
  int month;
  int day;
  if (strcmp (text, "-inf") == 0)
    return DEM_DAY_BEFORE_ALL;
  if (strcmp (text, "+inf") == 0)
    return DEM_DAY_AFTER_ALL;
  if (strcmp (text, "?") == 0)
    return DEM_DAY_UNKNOWN;
  g_assert_cmpint (sscanf (text, "%ld-%d-%d", &year, &month, &day), ==, 3);
  return dem_day_from_date (year, month, day);
}

static void
read_bounds (const char *text, DemDay bounds[4])
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = g_strv_length (words);
  g_assert_true (n_words == 2 || n_words == 5);
  bounds[0] = read_day (words[0]);
  bounds[1] = read_day (words[1]);
  bounds[2] = read_day (words[n_words - 2]);
  bounds[3] = read_day (words[n_words - 1]);
}

static void
test_good (gconstpointer data)
{
  const Good *row = data;
  g_autoptr (GError) error = NULL;
  DemDay bounds[4];
  DemEdtf edtf;

  read_bounds (row->bounds, bounds);
  g_assert_true (dem_edtf_parse (row->text, &edtf, &error));
  g_assert_no_error (error);
  g_assert_true (edtf.text == row->text);
  g_assert_cmpint (edtf.start_min, ==, bounds[0]);
  g_assert_cmpint (edtf.start_max, ==, bounds[1]);
  g_assert_cmpint (edtf.end_min, ==, bounds[2]);
  g_assert_cmpint (edtf.end_max, ==, bounds[3]);
  g_assert_cmphex (edtf.flags, ==, row->flags);
  g_assert_cmpuint (edtf.precision, ==, row->precision);
}

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GError) error = NULL;
  DemEdtf edtf = DEM_EDTF_UNDATED;

  g_assert_false (dem_edtf_parse (row->text, &edtf, &error));
  g_assert_error (error, DEM_EDTF_ERROR, (gint) row->code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_false (dem_edtf_is_dated (&edtf));
  g_assert_false (dem_edtf_parse (row->text, &edtf, NULL));
}

/* Faults that people make have their own remedy, not the general one. */
static void
test_remedies (void)
{
  static const struct
  {
    const char *text;
    const char *remedy;
  } rows[] = {
    { "199", "199X" },
    { "19850412", "hyphens" },
    { "2018-3-9", "two digits" },
    { "2018–2020", "slash" },
    { "199u", "capitals" },
    { "2004/open", "open end" },
    { "Y-17E7", "Y-170000000" },
    { "1950S2", "1950~" },
    { "1956?~", "%" },
    { "1985-04-12T23:20", "in full" },
    { "2001-21-05", "season" },
    { "[2018/2019]", "two dots" },
    { "2018..2020", "Two dots" },
    { "[2018", "Close" },
    { "2018-02-29", "day" },
    { "2018-13", "month" },
    { "2020/2018", "before it begins" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DemEdtf edtf;
      g_assert_false (dem_edtf_parse (rows[i].text, &edtf, &error));
      g_assert_nonnull (strstr (error->message, rows[i].remedy));
      g_assert_nonnull (strstr (error->message, rows[i].text));
    }
}

static void
test_long_text_is_quoted_short (void)
{
  g_autofree char *text = g_strnfill (100000, '7');
  g_autoptr (GError) error = NULL;
  DemEdtf edtf;
  g_assert_false (dem_edtf_parse (text, &edtf, &error));
  g_assert_cmpuint (strlen (error->message), <, 400);
}

/* --- Members of sets --- */

static void
append_member (const DemEdtf *member, gpointer data)
{
  g_autofree char *text = dem_edtf_format (member);
  g_string_append_printf (data, "%s%s", ((GString *) data)->len > 0 ? "; " : "", text);
}

static void
test_members (void)
{
  static const struct
  {
    const char *text;
    const char *members;
  } rows[] = {
    { "2018", "2018" },
    { "2018/2020", "2018 – 2020" },
    { "[1667,1668, 1670..1672]", "1667; 1668; between 1670 and 1672" },
    { "{1667,1668,1670..1672}", "1667; 1668; 1670 – 1672" },
    { "[..1760-12-03]", "3 Dec 1760 or earlier" },
    { "{..1983,1990~..}", "– 1983; about 1990 –" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) members = g_string_new (NULL);
      DemEdtf edtf;
      g_assert_true (dem_edtf_parse (rows[i].text, &edtf, NULL));
      dem_edtf_foreach_member (&edtf, append_member, members);
      g_assert_cmpstr (members->str, ==, rows[i].members);
    }
}

static void
fail_on_member (const DemEdtf *member, gpointer data)
{
  g_assert_not_reached ();
}

static void
test_undated_has_no_members (void)
{
  DemEdtf undated = DEM_EDTF_UNDATED;
  dem_edtf_foreach_member (&undated, fail_on_member, NULL);
}

static void
add_row (const char *kind, guint number, const char *text, gconstpointer row, GTestDataFunc func)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *path
      = g_strdup_printf ("/edtf-parse/%s/%u %s", kind, number, g_strdelimit (valid, "/\n", '|'));
  g_test_add_data_func (path, row, func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    add_row ("good", i + 1, good[i].text, &good[i], test_good);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    add_row ("bad", i + 1, bad[i].text, &bad[i], test_bad);
  g_test_add_func ("/edtf-parse/remedies", test_remedies);
  g_test_add_func ("/edtf-parse/long-text-is-quoted-short", test_long_text_is_quoted_short);
  g_test_add_func ("/edtf-parse/members", test_members);
  g_test_add_func ("/edtf-parse/undated-has-no-members", test_undated_has_no_members);
  return g_test_run ();
}
