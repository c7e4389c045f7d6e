namespace Pannier.Mail.Search;

public enum SearchMistakeKind
{
    /// <summary>before:, after: or on: without a date.</summary>
    NoDate,

    /// <summary>larger: or smaller: without a size.</summary>
    NoSize,

    /// <summary>is: or has: with something unknown.</summary>
    NoSuchState,

    /// <summary>An operator with nothing behind it.</summary>
    NothingSaid,

    /// <summary>More words than a search takes.</summary>
    TooMany,
}
