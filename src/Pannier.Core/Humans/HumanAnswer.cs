namespace Pannier.Core.Humans;

/// <summary>What came back from the page of the check.</summary>
/// <param name="Puzzle">Null where a service asks.</param>
/// <param name="Work">Null without script.</param>
/// <param name="Token">Null where no service asks, or its script gave none.</param>
public sealed record HumanAnswer(WorkPuzzle? Puzzle, WorkDone? Work, VendorToken? Token);
