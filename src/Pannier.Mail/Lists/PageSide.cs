namespace Pannier.Mail.Lists;

/// <summary>Which side of a cursor a page lies on.</summary>
public enum PageSide
{
    After,
    Before,
}
