namespace Pannier.Mail.Reading;

/// <summary>How a text's octets became characters.</summary>
public enum Decoding
{
    AsDeclared,

    /// <summary>The declared charset did not fit; another did.</summary>
    Guessed,

    /// <summary>No charset fitted; what made no sense shows as replacement characters.</summary>
    Damaged,
}
