namespace Pannier.Mail.Calendar;

/// <summary>What a repetition counts in.</summary>
public enum RepetitionUnit
{
    Days,
    Weeks,
    Months,
    Years,

    /// <summary>More often than daily, or by a rule of its own.</summary>
    Otherwise,
}
