namespace Pannier.Mail.Parts;

/// <summary>What the end of a budget means to who reads.</summary>
internal enum BudgetEnd
{
    /// <summary>It is the end of the stream.</summary>
    IsTheEnd,

    /// <summary>Reading on fails with <see cref="InvalidDataException"/>: there was more than is looked at.</summary>
    IsAFault,
}
