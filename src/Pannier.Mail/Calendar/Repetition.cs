namespace Pannier.Mail.Calendar;

/// <summary>How often an event comes again, as far as one line can say it.</summary>
/// <param name="Every">1 for each, 2 for each other.</param>
/// <param name="Count">How many times in all; null for no such end.</param>
/// <param name="Until">The last day; null for no such end.</param>
public sealed record Repetition(RepetitionUnit Unit, int Every, int? Count, DateOnly? Until);
