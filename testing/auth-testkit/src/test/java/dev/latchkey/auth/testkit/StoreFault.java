package dev.latchkey.auth.testkit;

/** What can be wrong with a {@link ToyStore}, and the one rule that each breaks. */
enum StoreFault {
  SHOUTING("hasStableLowerCaseId"),
  TALKATIVE("describesItselfInOneLine"),
  INVENTIVE("missesWhatWasNeverSaved"),
  STUBBORN("givesTheTokenThatWasSavedLast"),
  TIMELESS("givesTheTokenThatWasSavedLast"),
  SHARING("keepsUsersAndServicesApart"),
  GOSSIPING("listsTheUsersOfAService"),
  GREEDY("removesATokenOnlyWhileItIsTheOneThatIsKept"),
  CROWDED("leasesEachKeyToOneAtATime"),
  UNFORGIVING("keepsARefusalUntilATokenIsSaved"),
  TORN("showsEveryReaderAWholeToken"),
  FLEETING("keepsTokensForTheNextClient"),
  HOMESICK("servesItsClientWithoutAPlace"),
  INDISCREET("printsNoToken"),
  FRAGILE("canBeClosedTwice");

  private final String rule;

  StoreFault(String rule) {
    this.rule = rule;
  }

  String rule() {
    return rule;
  }
}
