namespace Pannier.Mail.Mirror.Matching;

/// <summary>Of a block: the messages that match for certain, and those that may once every server has answered.</summary>
internal readonly record struct Verdict(Bits Sure, Bits Maybe)
{
    public static Verdict Of(Bits bits) => new(bits, bits);

    public static Verdict operator &(Verdict left, Verdict right) => new(left.Sure & right.Sure, left.Maybe & right.Maybe);

    public static Verdict operator |(Verdict left, Verdict right) => new(left.Sure | right.Sure, left.Maybe | right.Maybe);

    public static Verdict operator ~(Verdict verdict) => new(~verdict.Maybe, ~verdict.Sure);
}
